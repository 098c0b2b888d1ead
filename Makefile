# Every target does the set-up it needs; when nothing changed that takes a fraction of a second.
PYTHON ?= python3
ARGS ?=
export PYTHON

.DEFAULT_GOAL := help
.PHONY: help setup setup-dist setup-debian run test lint fix bench torture dist packages reproduce check-debian check-windows lock clean

help:
	@awk -F ' *## ' '/^[a-z-]+:.* ## / { sub(/:.*/, "", $$1); printf "  make %-13s %s\n", $$1, $$2 }' Makefile

run: setup ## 打开窗口；没有屏幕时在虚拟屏幕上演示一遍，截图在 build/tour · open the window, or tour it on a virtual display
	@bash scripts/run.sh $(ARGS)

test: setup ## 运行全部测试 · run every test (ARGS="tests/domain -q" for some)
	@.venv/bin/python -m pytest -n auto --dist loadfile $(ARGS)

lint: setup ## 检查代码风格和类型 · ruff, then mypy --strict
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy

fix: setup ## 自动改正代码风格 · let ruff repair and format what it can
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

bench: setup ## 测速度，逐项打印结果 · run every benchmark and print its table
	@set -e; for benchmark in benchmarks/[!_]*.py; do .venv/bin/python "$$benchmark"; done

torture: setup ## 断电、断进程、坏盘：长时间折磨数据文件，打印一张表 · 1,000 kills, 2,000 power cuts, bad disks; one table
	@.venv/bin/python -m torture $(ARGS)

dist: setup-dist ## 打包成不需要 Python 的文件夹 dist/cs_desk，并测试它 · build the folder that needs no Python, and test it
	@bash packaging/build.sh
	@.venv/bin/python -m pytest tests/built --built dist/cs_desk -n auto $(ARGS)
	@.venv/bin/python -m benchmarks._built_program dist/cs_desk

packages: dist ## 再做成 .deb、.tar.gz 和 SHA256SUMS · then the packages that people download
	@.venv/bin/python packaging/linux/make_packages.py
	@bash packaging/checksums.sh

reproduce: setup-dist ## 打包两次，逐字节比较 · build twice and compare byte by byte
	@bash scripts/check_reproducible.sh

check-debian: setup-debian ## 在空的 Debian 12 和 13 里安装 .deb 并操作一遍；要 root · install the .deb in bare Debians and drive it
	@bash scripts/check_debian.sh $(ARGS)

check-windows: setup-debian ## 在 Wine 里检查 Windows 版，要 root，下载 2 GB · the Windows program under Wine
	@bash scripts/check_windows.sh $(ARGS)

setup: ## 只做准备：系统软件包、.venv、cs-desk 命令 · only the set-up: system packages, .venv, cs-desk
	@bash scripts/setup.sh

setup-dist:
	@bash scripts/setup.sh dist

setup-debian: setup-dist
	@bash scripts/setup.sh debian

lock: ## 更新 requirements.lock 到允许的最新版本 · lock the newest versions that pyproject.toml allows
	@$(PYTHON) -m venv build/lock
	@build/lock/bin/pip install --quiet uv
	@build/lock/bin/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --upgrade \
		--generate-hashes --only-binary :all: --custom-compile-command "make lock" --quiet -o requirements.lock

clean: ## 删除生成的文件，保留 .venv · remove what was built; .venv stays
	@rm -rf build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -not -path './.venv/*' -prune -exec rm -rf {} +
