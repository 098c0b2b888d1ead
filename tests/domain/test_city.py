import pytest

from cs_desk.domain.city import City, CityDirectory

CHENGDU = City("成都", "四川", ("cheng", "du"), 104.07, 30.57)
GUANGYUAN = City("广元", "四川", ("guang", "yuan"), 105.84, 32.44)
CHENGDE = City("承德", "河北", ("cheng", "de"), 117.95, 40.95)
HANGZHOU = City("杭州", "浙江", ("hang", "zhou"), 120.21, 30.25)
TAIZHOU_OF_ZHEJIANG = City("台州", "浙江", ("tai", "zhou"), 121.42, 28.66)
JINHUA = City("金华", "浙江", ("jin", "hua"), 119.65, 29.08)
YIWU = City("义乌", "浙江", ("yi", "wu"), 120.07, 29.31, within="金华")
TAIZHOU_OF_JIANGSU = City("泰州", "江苏", ("tai", "zhou"), 119.92, 32.46)
JILIN = City("吉林", "吉林", ("ji", "lin"), 126.55, 43.84)
CHANGCHUN = City("长春", "吉林", ("chang", "chun"), 125.32, 43.82)
LVLIANG = City("吕梁", "山西", ("lv", "liang"), 111.14, 37.52, aliases=("luliang",))
XIAN = City("西安", "陕西", ("xi", "an"), 108.94, 34.34)
XIANYANG = City("咸阳", "陕西", ("xian", "yang"), 108.71, 34.33)
ENSHI = City("恩施", "湖北", ("en", "shi"), 109.49, 30.27, aliases=("恩施土家族苗族自治州",))
LICHUAN = City("利川", "湖北", ("li", "chuan"), 108.94, 30.29, within="恩施")
HAIKOU = City("海口", "海南", ("hai", "kou"), 110.2, 20.04)
HAINAN_OF_QINGHAI = City("海南州", "青海", ("hai", "nan", "zhou"), 100.62, 36.3)
URUMQI = City("乌鲁木齐", "新疆", ("wu", "lu", "mu", "qi"), 87.62, 43.83, aliases=("urumqi",))

CITIES = CityDirectory(
    [
        *(CHENGDU, GUANGYUAN, CHENGDE, HANGZHOU, TAIZHOU_OF_ZHEJIANG, JINHUA, YIWU),
        *(TAIZHOU_OF_JIANGSU, CHANGCHUN, JILIN, LVLIANG, XIANYANG, XIAN, ENSHI, LICHUAN),
        *(HAIKOU, HAINAN_OF_QINGHAI, URUMQI),
    ]
)


def test_a_city_tells_its_pinyin():
    assert CHENGDU.pinyin == "chengdu"


@pytest.mark.parametrize(("city", "prefecture"), [(JINHUA, "金华"), (YIWU, "金华")])
def test_a_city_belongs_to_a_prefecture_level_city(city, prefecture):
    assert city.prefecture == prefecture


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("成都", CHENGDU),
        ("成都市", CHENGDU),
        ("四川成都", CHENGDU),
        ("四川省成都市", CHENGDU),
        (" 四川省  成都市 ", CHENGDU),
        ("四川-成都", CHENGDU),
        ("吉林", JILIN),
        ("吉林市", JILIN),
        ("吉林省吉林市", JILIN),
        ("新疆维吾尔自治区乌鲁木齐市", URUMQI),
        ("Urumqi", URUMQI),
        ("ｕｒｕｍｑｉ", URUMQI),
        ("恩施土家族苗族自治州", ENSHI),
        ("义乌", YIWU),
        ("金华义乌", YIWU),
        ("浙江省金华市义乌市", YIWU),
        ("恩施土家族苗族自治州利川市", LICHUAN),
    ],
)
def test_a_city_is_found_by_each_of_its_names(text, city):
    assert CITIES.find(text) is city


@pytest.mark.parametrize(
    "text",
    [
        "",
        "四川",
        "吉林省",
        "海南",
        "火星",
        "浙江成都",
        "杭州义乌",
        "成",
        "成都市武侯区",
        "成都成都",
    ],
)
def test_what_names_no_city_finds_none(text):
    assert CITIES.find(text) is None


def test_a_name_that_two_provinces_have_needs_the_province():
    one = City("同名", "湖北", ("tong", "ming"), 112.0, 30.0)
    other = City("同名", "湖南", ("tong", "ming"), 112.0, 28.0)
    cities = CityDirectory([one, other])
    assert cities.find("同名") is None
    assert cities.find("湖南同名") is other


@pytest.mark.parametrize(
    "text",
    ["成都", "成", "都", "chengdu", "cd", "chd", "chengd", "成d", "cheng都", "ｃｄ", "Cheng Du"],
)
def test_a_city_is_suggested_for_any_way_to_begin_it(text):
    assert CHENGDU in CITIES.suggest(text)


@pytest.mark.parametrize("text", ["", "  ", "du cheng", "chengdux", "成城", "zz", "成都市区"])
def test_nothing_is_suggested_for_what_begins_no_city(text):
    assert CITIES.suggest(text) == []


@pytest.mark.parametrize("text", ["taizhou", "tz", "taiz"])
def test_cities_that_share_a_spelling_are_all_suggested(text):
    assert set(CITIES.suggest(text)) == {TAIZHOU_OF_ZHEJIANG, TAIZHOU_OF_JIANGSU}


@pytest.mark.parametrize("text", ["lv", "lü", "LÜ", "lu\u0308"])
def test_u_with_dots_may_be_written_in_every_way(text):
    assert CITIES.suggest(text) == [LVLIANG]
    assert CITIES.suggest(f"{text}liang") == [LVLIANG]


def test_a_city_is_suggested_by_the_start_of_another_name():
    assert CITIES.suggest("luli") == [LVLIANG]


def test_an_initial_may_be_followed_by_a_whole_syllable():
    shanghai = City("上海", "上海", ("shang", "hai"), 121.47, 31.23)
    assert CityDirectory([shanghai]).suggest("shai") == [shanghai]


def test_a_syllable_counts_before_the_initials_that_look_like_it():
    anqing = City("安庆", "安徽", ("an", "qing"), 117.12, 30.53)
    anning = City("安宁", "云南", ("an", "ning"), 102.48, 24.92)
    kunming = City("昆明", "云南", ("kun", "ming"), 102.83, 24.88)
    assert CityDirectory([kunming, anning, anqing]).suggest("an") == [anqing, anning]


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("xian", [XIAN, XIANYANG]),  # the whole of one name before the start of another
        ("cd", [CHENGDU, CHENGDE]),
        ("四川", [CHENGDU, GUANGYUAN]),
        ("四川广", [GUANGYUAN]),
        ("四川g", [GUANGYUAN]),
        ("吉林", [JILIN, CHANGCHUN]),
        ("海南", [HAIKOU, HAINAN_OF_QINGHAI]),
        ("xi'an", [XIAN, XIANYANG]),
        ("uru", [URUMQI]),
        ("州", [HANGZHOU, TAIZHOU_OF_JIANGSU, TAIZHOU_OF_ZHEJIANG, HAINAN_OF_QINGHAI]),
    ],
)
def test_the_likelier_city_stands_first(text, cities):
    suggested = CITIES.suggest(text)
    assert suggested[0] is cities[0]
    assert set(suggested) == set(cities)


def test_a_capital_stands_before_the_lesser_cities_of_other_provinces():
    first, second = City("甲州", "湖北", ("jia", "zhou"), 1, 1), City("乙", "湖北", ("yi",), 1, 1)
    capital = City("家州", "湖南", ("jia", "zhou"), 1, 1)
    assert CityDirectory([second, first, capital]).suggest("jz") == [capital, first]


@pytest.mark.parametrize("limit", [0, 1, 2])
def test_no_more_cities_are_suggested_than_asked_for(limit):
    assert len(CITIES.suggest("zhou", limit=limit)) == limit
