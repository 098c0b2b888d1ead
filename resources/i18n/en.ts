<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>BackupList</name>
    <message>
        <source>全部备份</source>
        <translation>All backups</translation>
    </message>
    <message>
        <source>还没有备份
点「立即备份」做第一份</source>
        <translation>No backups yet
Press &quot;Back up now&quot; to make the first</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>关闭这条提醒</source>
        <translation>Close this warning</translation>
    </message>
</context>
<context>
    <name>BuyerBar</name>
    <message>
        <source>当前买家</source>
        <translation>Buyer</translation>
    </message>
    <message>
        <source>下一位</source>
        <translation>Next buyer</translation>
    </message>
    <message>
        <source>清空这位买家的信息，接待下一位</source>
        <translation>Clear this buyer's details and serve the next</translation>
    </message>
    <message>
        <source>填过的信息会带到下一句</source>
        <translation>Details carry over</translation>
    </message>
</context>
<context>
    <name>CaseDelegate</name>
    <message>
        <source>没有写商品</source>
        <translation>No item given</translation>
    </message>
</context>
<context>
    <name>CaseDeletion</name>
    <message>
        <source>到期的退货单没有删完，下次启动时继续。%1</source>
        <translation>Not all overdue returns could be deleted; the next start goes on. %1</translation>
    </message>
    <message>
        <source>%1 张退货单已到保留期限，已彻底删除</source>
        <translation>%1 returns were kept long enough and are deleted for good</translation>
    </message>
</context>
<context>
    <name>CaseExport</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>导出交接表</source>
        <translation>Export handover sheet</translation>
    </message>
    <message>
        <source>交接表-%1.pdf</source>
        <translation>handover-%1.pdf</translation>
    </message>
    <message>
        <source>导出表格</source>
        <translation>Export table</translation>
    </message>
    <message>
        <source>退货单-%1.xlsx</source>
        <translation>returns-%1.xlsx</translation>
    </message>
    <message>
        <source>导出证据包</source>
        <translation>Export evidence</translation>
    </message>
    <message>
        <source>导出单据</source>
        <translation>Export sheet</translation>
    </message>
    <message>
        <source>已取消导出，没有写文件</source>
        <translation>Export cancelled; no file was written</translation>
    </message>
    <message>
        <source>上一个文件还没有写完</source>
        <translation>The file before is still being written</translation>
    </message>
    <message>
        <source>已写到「%1」</source>
        <translation>Written to &quot;%1&quot;</translation>
    </message>
</context>
<context>
    <name>CaseFields</name>
    <message>
        <source>如 米白 M</source>
        <translation>e.g. white M</translation>
    </message>
    <message>
        <source>如 11-10 14:05</source>
        <translation>e.g. 11-10 14:05</translation>
    </message>
    <message>
        <source>如 昨天 9:30</source>
        <translation>e.g. 11-21 9:30</translation>
    </message>
    <message>
        <source>如 190.00</source>
        <translation>e.g. 190.00</translation>
    </message>
    <message>
        <source>满减金额（元）</source>
        <translation>Discount (yuan)</translation>
    </message>
    <message>
        <source>满多少可减（元）</source>
        <translation>Discount from (yuan)</translation>
    </message>
    <message>
        <source>未退赠品标价（元）</source>
        <translation>Gift kept (yuan)</translation>
    </message>
    <message>
        <source>优惠券和积分（元）</source>
        <translation>Coupons, points (yuan)</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>退货原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>处理方式</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>申请时货在哪里</source>
        <translation>Where the goods were</translation>
    </message>
    <message>
        <source>订单号是 12 到 20 位数字</source>
        <translation>An order number has 12 to 20 digits</translation>
    </message>
    <message>
        <source>金额不能是负数</source>
        <translation>An amount cannot be negative</translation>
    </message>
    <message>
        <source>写成 190 或 190.00，最多两位小数</source>
        <translation>Write 190 or 190.00, at most two decimals</translation>
    </message>
    <message>
        <source>看不懂这个时间，写成 11-10 14:05 或 昨天</source>
        <translation>Not understood; write 11-10 14:05</translation>
    </message>
    <message>
        <source>%1 在将来，请核对</source>
        <translation>%1 lies ahead, please check</translation>
    </message>
    <message>
        <source>%1 太早，请核对</source>
        <translation>%1 is too early, please check</translation>
    </message>
    <message>
        <source>实付款（含运费，元）</source>
        <translation>Paid with freight (yuan)</translation>
    </message>
    <message>
        <source>其中运费（元）</source>
        <translation>Freight in it (yuan)</translation>
    </message>
    <message>
        <source>没付过的发货运费（元）</source>
        <translation>Outbound, unpaid (yuan)</translation>
    </message>
    <message>
        <source>运费不能多于实付款</source>
        <translation>Freight cannot be more than what was paid</translation>
    </message>
    <message>
        <source>有看不见的字符，请删掉重新输入</source>
        <translation>There are invisible characters; please delete it and type it again</translation>
    </message>
</context>
<context>
    <name>CaseFilterBar</name>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>CaseForm</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>没有认出订单信息，请在下面填写</source>
        <translation>No order was recognised; please fill in below</translation>
    </message>
    <message>
        <source>实付款</source>
        <translation>amount paid</translation>
    </message>
    <message>
        <source>已填写：%1</source>
        <translation>Filled in: %1</translation>
    </message>
    <message>
        <source>。文字里有 %1 个订单，填的是第一个</source>
        <translation>. The text holds %1 orders; the first was taken</translation>
    </message>
    <message>
        <source>满减、多件、赠品、运费</source>
        <translation>Discount, items, gift, freight</translation>
    </message>
    <message>
        <source>这个订单已有退货单 %1</source>
        <translation>This order has the return %1 already</translation>
    </message>
</context>
<context>
    <name>CaseHead</name>
    <message>
        <source>编辑资料…</source>
        <translation>Edit Facts…</translation>
    </message>
    <message>
        <source>关闭退货单</source>
        <translation>Close the Case</translation>
    </message>
    <message>
        <source>重新打码</source>
        <translation>Mask again</translation>
    </message>
    <message>
        <source>显示 20 秒</source>
        <translation>Show for 20 seconds</translation>
    </message>
    <message>
        <source>更多操作</source>
        <translation>More</translation>
    </message>
    <message>
        <source>导出单据（网页）…</source>
        <translation>Export the Sheet (HTML)…</translation>
    </message>
    <message>
        <source>导出单据（PDF）…</source>
        <translation>Export the Sheet (PDF)…</translation>
    </message>
    <message>
        <source>导出证据包…</source>
        <translation>Export the Evidence…</translation>
    </message>
    <message>
        <source>订单 %1</source>
        <translation>Order %1</translation>
    </message>
    <message>
        <source>买家 %1</source>
        <translation>Buyer %1</translation>
    </message>
    <message>
        <source>作废：买家撤销或开错了</source>
        <translation>Withdraw: given up, or a mistake</translation>
    </message>
</context>
<context>
    <name>CaseHistory</name>
    <message>
        <source>历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>收起历史</source>
        <translation>Fold the history</translation>
    </message>
    <message>
        <source>历史 %1 条</source>
        <translation>History (%1)</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>搜索：订单号、买家、商品</source>
        <translation>Search order, buyer, item</translation>
    </message>
    <message>
        <source>搜索退货单</source>
        <translation>Search returns</translation>
    </message>
    <message>
        <source>新建退货单</source>
        <translation>New return</translation>
    </message>
    <message>
        <source>交接表…</source>
        <translation>Handover sheet…</translation>
    </message>
    <message>
        <source>导出表格…</source>
        <translation>Export table…</translation>
    </message>
    <message>
        <source>退货单菜单</source>
        <translation>Menu of returns</translation>
    </message>
    <message>
        <source>退货单列表</source>
        <translation>Returns</translation>
    </message>
    <message>
        <source>没有找到「%1」
可以输入订单号后几位、买家昵称或商品名，按 Esc 清空</source>
        <translation>Nothing found for &quot;%1&quot;
Type the last digits of the order, the buyer's nick or the item; Esc clears</translation>
    </message>
    <message>
        <source>还没有退货单
按 Ctrl+N 新建，可以直接粘贴订单页的文字</source>
        <translation>No returns yet
Press Ctrl+N for a new one; the text of the order page can be pasted</translation>
    </message>
    <message>
        <source>没有超时的退货单</source>
        <translation>No return is overdue</translation>
    </message>
    <message>
        <source>没有在等买家的退货单</source>
        <translation>No return waits for the buyer</translation>
    </message>
    <message>
        <source>还没有关闭过的退货单</source>
        <translation>No return was closed yet</translation>
    </message>
    <message>
        <source>没有进行中的退货单
都处理完了</source>
        <translation>No open returns
All is done</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>松开鼠标，存进这张退货单的凭证</source>
        <translation>Let go to attach it to this case</translation>
    </message>
</context>
<context>
    <name>CaseRoom</name>
    <message>
        <source>已带入当前买家的资料</source>
        <translation>Filled in from the buyer being served</translation>
    </message>
    <message>
        <source>编辑退货单</source>
        <translation>Edit return</translation>
    </message>
    <message>
        <source>没有保存填好的内容</source>
        <translation>What you filled in was not saved</translation>
    </message>
    <message>
        <source>继续填 Alt+Z</source>
        <translation>Go on filling in Alt+Z</translation>
    </message>
    <message>
        <source>这个订单已有退货单 %1，没有另开</source>
        <translation>Order already has return %1; no other was opened</translation>
    </message>
    <message>
        <source>照样新建 Alt+Z</source>
        <translation>Open anyway Alt+Z</translation>
    </message>
    <message>
        <source>上次没有保存的内容还在</source>
        <translation>What was not saved last time is still here</translation>
    </message>
    <message>
        <source>重新填 Alt+Z</source>
        <translation>Begin anew Alt+Z</translation>
    </message>
</context>
<context>
    <name>CaseStateLine</name>
    <message>
        <source>%1 关闭</source>
        <translation>Closed %1</translation>
    </message>
    <message>
        <source>清单已更新，这张单仍按旧版</source>
        <translation>The checklist has changed; this case keeps the older one</translation>
    </message>
    <message>
        <source>改用新版</source>
        <translation>Use the New One</translation>
    </message>
    <message>
        <source>%1 关闭，%2 自动删除</source>
        <translation>Closed %1, deleted on %2</translation>
    </message>
    <message>
        <source>各步都完成了</source>
        <translation>Every step is done</translation>
    </message>
    <message>
        <source>关闭退货单 Ctrl+W</source>
        <translation>Close the return Ctrl+W</translation>
    </message>
</context>
<context>
    <name>CaseWork</name>
    <message>
        <source>还有 %1 项必做没有勾选：%2</source>
        <translation>%1 mandatory checks are not ticked: %2</translation>
    </message>
    <message>
        <source>已移除凭证</source>
        <translation>Evidence removed</translation>
    </message>
    <message>
        <source>已改用新版清单</source>
        <translation>Now worked by the newer checklist</translation>
    </message>
    <message>
        <source>已复制「%1」，但没能记到退货单里：</source>
        <translation>Copied &quot;%1&quot;, but it could not be logged on the return: </translation>
    </message>
    <message>
        <source>已复制「%1」，已记到退货单</source>
        <translation>Copied &quot;%1&quot; and logged it on the return</translation>
    </message>
    <message>
        <source>已关闭退货单 %1</source>
        <translation>Closed return %1</translation>
    </message>
    <message>
        <source>已添加 %1 份凭证</source>
        <translation>%1 pieces of evidence added</translation>
    </message>
    <message>
        <source>这份凭证已经有了</source>
        <translation>This evidence is there already</translation>
    </message>
    <message>
        <source>已作废退货单 %1</source>
        <translation>Withdrew return %1</translation>
    </message>
</context>
<context>
    <name>CheckRow</name>
    <message>
        <source>主管</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>必做</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>已勾选</source>
        <translation>ticked</translation>
    </message>
    <message>
        <source>未勾选</source>
        <translation>not ticked</translation>
    </message>
</context>
<context>
    <name>ChecklistPage</name>
    <message>
        <source>保存后用于新的退货单，已开的仍按原来的版本。</source>
        <translation>Saved changes apply to new cases; open ones keep their version.</translation>
    </message>
    <message>
        <source>完好标准</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>已保存，用于新的退货单</source>
        <translation>Saved, for new cases</translation>
    </message>
    <message>
        <source>已修改</source>
        <translation>Edited</translation>
    </message>
    <message>
        <source>已删除「%1」</source>
        <translation>Deleted &quot;%1&quot;</translation>
    </message>
    <message>
        <source>已导出到「%1」</source>
        <translation>Exported to &quot;%1&quot;</translation>
    </message>
    <message>
        <source>已放弃修改</source>
        <translation>Changes discarded</translation>
    </message>
    <message>
        <source>已读入「%1」，看过后请保存</source>
        <translation>Read &quot;%1&quot;; look it over, then save</translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>放弃修改</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>有修改没有保存</source>
        <translation>Unsaved changes</translation>
    </message>
    <message>
        <source>有修改没有保存，请先保存，再导出。</source>
        <translation>There are unsaved changes; save them before exporting.</translation>
    </message>
    <message>
        <source>程序自带</source>
        <translation>From the program</translation>
    </message>
    <message>
        <source>清单的部分</source>
        <translation>Parts of the checklist</translation>
    </message>
    <message>
        <source>已恢复程序自带的清单</source>
        <translation>The checklist of the program is back</translation>
    </message>
    <message>
        <source>退货清单-%1.json</source>
        <translation>return-checklist-%1.json</translation>
    </message>
</context>
<context>
    <name>ConditionsEditor</name>
    <message>
        <source>凭证清单</source>
        <translation>Proof to ask for</translation>
    </message>
    <message>
        <source>商品品类</source>
        <translation>Kinds of goods</translation>
    </message>
    <message>
        <source>完好要求</source>
        <translation>Good condition</translation>
    </message>
    <message>
        <source>拆封查验、合理试穿试用不影响完好。这些文字会填进话术。</source>
        <translation>Unpacking and reasonable trying on leave goods in good condition. These texts fill the replies.</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>来源可信度：%1</source>
        <translation>Grade of the source: %1</translation>
    </message>
    <message>
        <source>附件清单</source>
        <translation>Accessories</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>客服台备份</source>
        <translation>CS Desk backup</translation>
    </message>
    <message>
        <source>已导出 %1 条记录到「%2」</source>
        <translation>Exported to &quot;%2&quot;, records: %1</translation>
    </message>
    <message>
        <source>数据文件夹</source>
        <translation>Data folder</translation>
    </message>
    <message>
        <source>备份文件夹</source>
        <translation>Backup folder</translation>
    </message>
    <message>
        <source>立即备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>备份到…</source>
        <translation>Back up to…</translation>
    </message>
    <message>
        <source>导出全部为 JSON…</source>
        <translation>Export all as JSON…</translation>
    </message>
    <message>
        <source>恢复这一份</source>
        <translation>Restore this one</translation>
    </message>
    <message>
        <source>从文件恢复…</source>
        <translation>Restore a file…</translation>
    </message>
    <message>
        <source>数据与备份</source>
        <translation>Data and backups</translation>
    </message>
    <message>
        <source>正在备份…</source>
        <translation>Backing up…</translation>
    </message>
    <message>
        <source>正在导出…</source>
        <translation>Exporting…</translation>
    </message>
    <message>
        <source>正在恢复…</source>
        <translation>Restoring…</translation>
    </message>
    <message>
        <source>最近备份：%1（%2）</source>
        <translation>Newest backup: %1 (%2)</translation>
    </message>
    <message>
        <source>两天内的全部保留，两周内每天一份，九十天内每周一份。</source>
        <translation>Kept: all for two days, one a day for two weeks, one a week for ninety days.</translation>
    </message>
    <message>
        <source>客服台备份-%1.db</source>
        <translation>cs-desk-backup-%1.db</translation>
    </message>
    <message>
        <source>还没有备份</source>
        <translation>No backups yet</translation>
    </message>
    <message>
        <source>已备份，%1</source>
        <translation>Backed up, %1</translation>
    </message>
    <message>
        <source>已备份到「%1」</source>
        <translation>Backed up to &quot;%1&quot;</translation>
    </message>
    <message>
        <source>已从「%1」恢复</source>
        <translation>Restored from &quot;%1&quot;</translation>
    </message>
    <message>
        <source>已恢复到 %1 的备份</source>
        <translation>Restored the backup of %1</translation>
    </message>
    <message>
        <source>撤销上次恢复</source>
        <translation>Undo the last restore</translation>
    </message>
    <message>
        <source>要带走数据，请用「备份到…」：直接复制数据文件夹，可能会不完整。</source>
        <translation>To take your data with you, use &quot;Back up to…&quot;: a plain copy of the data folder may be incomplete.</translation>
    </message>
    <message>
        <source>客服台数据-%1.json</source>
        <translation>cs-desk-data-%1.json</translation>
    </message>
    <message>
        <source>全部数据</source>
        <translation>All data</translation>
    </message>
    <message>
        <source>已撤销，数据和恢复之前一样</source>
        <translation>Undone; your data is as it was before the restore</translation>
    </message>
</context>
<context>
    <name>DeadlineRow</name>
    <message>
        <source>粘贴倒计时</source>
        <translation>Paste Countdown</translation>
    </message>
    <message>
        <source>改回规则</source>
        <translation>Back to the Rule</translation>
    </message>
    <message>
        <source>把千牛上的倒计时写进来，以它为准</source>
        <translation>Put in the countdown that Qianniu shows; it comes before the rules</translation>
    </message>
    <message>
        <source>如：剩余1天3小时20分</source>
        <translation>Copied from Qianniu, such as 47:59:59</translation>
    </message>
    <message>
        <source>千牛倒计时</source>
        <translation>Qianniu's countdown</translation>
    </message>
    <message>
        <source>由%1完成</source>
        <translation>By %1</translation>
    </message>
    <message>
        <source>到 %1，按回车采用</source>
        <translation>Until %1; press Enter to use it</translation>
    </message>
    <message>
        <source>没看懂这个倒计时，请照千牛上的样子写</source>
        <translation>That is no countdown; write it as Qianniu shows it</translation>
    </message>
    <message>
        <source>从千牛复制倒计时，粘贴后按回车</source>
        <translation>Copy the countdown from Qianniu, paste it and press Enter</translation>
    </message>
    <message>
        <source>由%1完成，没有在走的时限</source>
        <translation>By %1, no deadline running</translation>
    </message>
    <message>
        <source>最晚 %1</source>
        <translation>Until %1</translation>
    </message>
</context>
<context>
    <name>DeskMenu</name>
    <message>
        <source>退货清单与时限…</source>
        <translation>Return checklist and deadlines…</translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message>
        <source>客服台</source>
        <translation>CS Desk</translation>
    </message>
    <message>
        <source>停靠左侧</source>
        <translation>Dock left</translation>
    </message>
    <message>
        <source>停靠右侧</source>
        <translation>Dock right</translation>
    </message>
    <message>
        <source>不停靠</source>
        <translation>Do not dock</translation>
    </message>
    <message>
        <source>外观：跟随系统</source>
        <translation>Theme: system</translation>
    </message>
    <message>
        <source>外观：浅色</source>
        <translation>Theme: light</translation>
    </message>
    <message>
        <source>外观：深色</source>
        <translation>Theme: dark</translation>
    </message>
    <message>
        <source>编辑店铺资料…</source>
        <translation>Edit shop details…</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>已取回没有保存的店铺资料</source>
        <translation>Brought back the shop details that were not saved</translation>
    </message>
    <message>
        <source>没有保存店铺资料的改动</source>
        <translation>The changes to the shop details were not saved</translation>
    </message>
    <message>
        <source>数据与备份…</source>
        <translation>Data and backups…</translation>
    </message>
</context>
<context>
    <name>DraftKeeper</name>
    <message>
        <source>没能为正在填写的内容留一份备用。</source>
        <translation>What you are typing could not be kept in case of a crash. </translation>
    </message>
</context>
<context>
    <name>EvidenceIntake</name>
    <message>
        <source>一张退货单最多 %1 份凭证，多的没有加进来</source>
        <translation>A case holds %1 files at most; the others were not attached</translation>
    </message>
    <message>
        <source>上一批凭证还在读取，请稍后再加</source>
        <translation>The files before are still being read; try again in a moment</translation>
    </message>
    <message>
        <source>「%1」超过 20 MB，没有加进来</source>
        <translation>&quot;%1&quot; is larger than 20 MB and was not attached</translation>
    </message>
    <message>
        <source>「%1」是文件夹，请拖里面的文件</source>
        <translation>&quot;%1&quot; is a folder; drag the files in it</translation>
    </message>
    <message>
        <source>「%1」是空文件，没有加进来</source>
        <translation>&quot;%1&quot; is empty and was not attached</translation>
    </message>
    <message>
        <source>「%1」读不出来，没有加进来</source>
        <translation>&quot;%1&quot; cannot be read and was not attached</translation>
    </message>
    <message>
        <source>截图 %1.png</source>
        <translation>Screenshot %1.png</translation>
    </message>
</context>
<context>
    <name>EvidenceStrip</name>
    <message>
        <source>添加凭证文件…</source>
        <translation>Attach files…</translation>
    </message>
    <message>
        <source>添加凭证文件</source>
        <translation>Attach files</translation>
    </message>
    <message>
        <source>添加凭证</source>
        <translation>Attach Evidence</translation>
    </message>
    <message>
        <source>凭证 %1</source>
        <translation>Evidence (%1)</translation>
    </message>
    <message>
        <source>没有凭证</source>
        <translation>No evidence</translation>
    </message>
    <message>
        <source>按 Ctrl+V 粘贴截图，或把图片、文件拖到这里</source>
        <translation>Paste a screenshot with Ctrl+V, or drag pictures and files here</translation>
    </message>
</context>
<context>
    <name>EvidenceView</name>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>正在打开…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>这份凭证现在读不出来</source>
        <translation>This file cannot be read at the moment</translation>
    </message>
    <message>
        <source>上一份</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一份</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>这类文件只保存，随证据包一起导出，不在这里打开</source>
        <translation>Files of this kind are kept and exported with the evidence; they are not opened here</translation>
    </message>
    <message>
        <source>这份凭证的文件不见了，或内容已经不是原来的</source>
        <translation>The file is gone, or it is no longer what it was</translation>
    </message>
</context>
<context>
    <name>FaultNotices</name>
    <message>
        <source>程序里出了一个错，已记下，可以继续用。刚才那一步可能没有完成。</source>
        <translation>Something went wrong inside the program. It has been noted and you can go on; the last step may not have been completed.</translation>
    </message>
    <message>
        <source>上次客服台意外退出了，数据没有丢。</source>
        <translation>The desk ended unexpectedly last time. No data was lost.</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>待填</source>
        <translation>Needed</translation>
    </message>
    <message>
        <source>没有这个城市的时效</source>
        <translation>No estimate</translation>
    </message>
    <message>
        <source>如 %1</source>
        <translation>e.g. %1</translation>
    </message>
    <message>
        <source>不合要求</source>
        <translation>Invalid</translation>
    </message>
    <message>
        <source>已填</source>
        <translation>Filled</translation>
    </message>
    <message>
        <source>店铺</source>
        <translation>Shop</translation>
    </message>
    <message>
        <source>退货单</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>默认</source>
        <translation>Default</translation>
    </message>
    <message>
        <source>推算</source>
        <translation>Estimated</translation>
    </message>
    <message>
        <source>未保存</source>
        <translation>not saved</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>系统没有打开这个文件夹，请复制上面的路径，自己打开。</source>
        <translation>The system did not open this folder. Please copy the path above and open it yourself.</translation>
    </message>
</context>
<context>
    <name>GoodsBox</name>
    <message>
        <source>+ 添加一件</source>
        <translation>+ Add an item</translation>
    </message>
    <message>
        <source>单价写成 120 或 120.00</source>
        <translation>Write the price as 120 or 120.00</translation>
    </message>
    <message>
        <source>请勾选退回的是哪一件</source>
        <translation>Tick which item comes back</translation>
    </message>
    <message>
        <source>订单里的每一件：名称、单价（元）、是否退回</source>
        <translation>Each item of the order: name, price (yuan), whether it comes back</translation>
    </message>
</context>
<context>
    <name>HitDelegate</name>
    <message>
        <source>意思相近</source>
        <translation>Related</translation>
    </message>
    <message>
        <source>近似</source>
        <translation>Similar</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>没有找到「%1」
换个说法，或按 Esc 清空</source>
        <translation>Nothing found for &quot;%1&quot;
Try other words, or press Esc to clear</translation>
    </message>
    <message>
        <source>还没有用过的话术
复制过的会排在这里</source>
        <translation>No replies used yet
The ones you copy are listed here</translation>
    </message>
    <message>
        <source>还没有收藏
选中话术后按 Ctrl+D 收藏</source>
        <translation>Nothing starred yet
Select a reply and press Ctrl+D to star it</translation>
    </message>
    <message>
        <source>话术库是空的</source>
        <translation>The reply library is empty</translation>
    </message>
    <message>
        <source>话术列表</source>
        <translation>Replies</translation>
    </message>
    <message>
        <source>正在为话术库建立搜索索引，马上就好…</source>
        <translation>Indexing the library, one moment…</translation>
    </message>
    <message>
        <source>在 %2 里没有找到「%1」
按两次 Esc 回到全部再找</source>
        <translation>Nothing for &quot;%1&quot; in %2
Press Esc twice to look everywhere</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>复制选中的话术；没填完则跳到要填的那一项</source>
        <translation>Copy the selected reply, or go to the field still needed</translation>
    </message>
    <message>
        <source>复制第几条</source>
        <translation>Copy the reply with this number</translation>
    </message>
    <message>
        <source>选上一条、下一条</source>
        <translation>Select the previous or next reply</translation>
    </message>
    <message>
        <source>去填下一项</source>
        <translation>Go to the next field</translation>
    </message>
    <message>
        <source>回到搜索框</source>
        <translation>Go to the search box</translation>
    </message>
    <message>
        <source>换一种语气</source>
        <translation>Change the tone</translation>
    </message>
    <message>
        <source>收藏或取消收藏</source>
        <translation>Star or unstar</translation>
    </message>
    <message>
        <source>换一个分组</source>
        <translation>Change the group</translation>
    </message>
    <message>
        <source>打开这一页</source>
        <translation>Open this page</translation>
    </message>
    <message>
        <source>打开数据与备份</source>
        <translation>Open data and backups</translation>
    </message>
    <message>
        <source>清空搜索，再按回到全部；在别处则回到搜索框</source>
        <translation>Clear the search, again for all replies; from elsewhere, back to the search box</translation>
    </message>
    <message>
        <source>下一位买家；在退货单里是新建</source>
        <translation>Next buyer; among the returns, a new one</translation>
    </message>
    <message>
        <source>话术 / 退货单</source>
        <translation>Replies / returns</translation>
    </message>
    <message>
        <source>为当前买家建退货单</source>
        <translation>Open a return for the buyer being served</translation>
    </message>
    <message>
        <source>勾选退货单的一项</source>
        <translation>Tick a check of a return</translation>
    </message>
    <message>
        <source>把截图贴到退货单作凭证</source>
        <translation>Paste a screenshot as evidence</translation>
    </message>
    <message>
        <source>撤销退货单的上一步</source>
        <translation>Undo the last step of a return</translation>
    </message>
    <message>
        <source>撤销提示里说的操作</source>
        <translation>Undo what the notice says</translation>
    </message>
    <message>
        <source>关闭做完的退货单</source>
        <translation>Close a return that is done</translation>
    </message>
</context>
<context>
    <name>NoteBox</name>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>写备注，按 Ctrl+Enter 添加</source>
        <translation>Write a note, Ctrl+Enter adds it</translation>
    </message>
    <message>
        <source>一条备注最多 %1 字，现在 %2 字，请分成几条</source>
        <translation>A note takes %1 characters at most, this one has %2; write several</translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>更早的 %1 条</source>
        <translation>%1 older</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>PasteBox</name>
    <message>
        <source>粘贴订单文字</source>
        <translation>Paste order</translation>
    </message>
    <message>
        <source>把订单页的文字粘贴或拖到这里</source>
        <translation>Paste or drop the text of the order page here</translation>
    </message>
    <message>
        <source>订单文字</source>
        <translation>Text of the order</translation>
    </message>
</context>
<context>
    <name>PinnedReplies</name>
    <message>
        <source>这一步常用的话术，按一下就复制</source>
        <translation>Replies for this step, one press copies</translation>
    </message>
    <message>
        <source>还有 %1 句 ▾</source>
        <translation>%1 more ▾</translation>
    </message>
    <message>
        <source>收起 ▴</source>
        <translation>Fewer ▴</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>用备份恢复（%1，%2）</source>
        <translation>Restore the backup (%1, %2)</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>正在查找可用的备份…</source>
        <translation>Looking for a sound backup…</translation>
    </message>
    <message>
        <source>这个文件不会被删除，恢复或重新开始时会移到下面的文件夹。</source>
        <translation>This file will not be deleted: when you restore or start afresh, it is moved to the folder below.</translation>
    </message>
    <message>
        <source>没有可用的备份。如果另存过备份，可以从文件恢复。</source>
        <translation>There is no sound backup. If you saved one elsewhere, restore that file.</translation>
    </message>
    <message>
        <source>存放损坏文件的文件夹</source>
        <translation>Folder for damaged files</translation>
    </message>
    <message>
        <source>重新开始（空白数据，自带话术库）</source>
        <translation>Start afresh (no data, the built-in replies)</translation>
    </message>
    <message>
        <source>数据打不开</source>
        <translation>Your data cannot be opened</translation>
    </message>
    <message>
        <source>数据文件</source>
        <translation>Data file</translation>
    </message>
    <message>
        <source>有 %1 份备份，但都已损坏。如果另存过备份，可以从文件恢复。</source>
        <translation>There are %1 backups, but all of them are damaged. If you saved one elsewhere, restore it from its file.</translation>
    </message>
    <message>
        <source>没能查找备份。如果另存过备份，可以从文件恢复。</source>
        <translation>The search for backups did not work. If you saved one elsewhere, restore it from its file.</translation>
    </message>
</context>
<context>
    <name>RefundRow</name>
    <message>
        <source>按规则</source>
        <translation>By the Rule</translation>
    </message>
    <message>
        <source>改成别的金额</source>
        <translation>Put another amount</translation>
    </message>
    <message>
        <source>金额，元</source>
        <translation>Amount in yuan</translation>
    </message>
    <message>
        <source>%1 %2，按下修改</source>
        <translation>%1 %2, press to change</translation>
    </message>
    <message>
        <source>规则：%1</source>
        <translation>Rule: %1</translation>
    </message>
</context>
<context>
    <name>ReplyPane</name>
    <message>
        <source>语气</source>
        <translation>Tone</translation>
    </message>
    <message>
        <source>取消收藏</source>
        <translation>Unstar</translation>
    </message>
    <message>
        <source>加入收藏</source>
        <translation>Star</translation>
    </message>
    <message>
        <source>收藏</source>
        <translation>Starred</translation>
    </message>
    <message>
        <source>复制  ⏎</source>
        <translation>Copy  ⏎</translation>
    </message>
    <message>
        <source>继续填写  ⏎</source>
        <translation>Go to next blank  ⏎</translation>
    </message>
</context>
<context>
    <name>ReplyRoom</name>
    <message>
        <source>已收藏「%1」</source>
        <translation>Starred &quot;%1&quot;</translation>
    </message>
    <message>
        <source>已取消收藏「%1」</source>
        <translation>Unstarred &quot;%1&quot;</translation>
    </message>
    <message>
        <source>撤销 Alt+Z</source>
        <translation>Undo Alt+Z</translation>
    </message>
    <message>
        <source>已清空上一位买家的信息</source>
        <translation>Cleared the last buyer's details</translation>
    </message>
    <message>
        <source>已复制「%1」。</source>
        <translation>Copied &quot;%1&quot;. </translation>
    </message>
    <message>
        <source>已复制「%1」：</source>
        <translation>Copied &quot;%1&quot;: </translation>
    </message>
    <message>
        <source>已取回刚才没发完的内容</source>
        <translation>Brought back what you had not sent yet</translation>
    </message>
    <message>
        <source>清空 Alt+Z</source>
        <translation>Clear Alt+Z</translation>
    </message>
    <message>
        <source>这句话里有刚才取回的内容，核对后请再复制一次</source>
        <translation>This reply holds what was brought back: check it, then copy once more</translation>
    </message>
    <message>
        <source>没有可复制的话术</source>
        <translation>There is no reply to copy</translation>
    </message>
    <message>
        <source>已带入退货单的资料</source>
        <translation>Filled in from the return</translation>
    </message>
</context>
<context>
    <name>RetentionRow</name>
    <message>
        <source>退货单关闭后保留多久</source>
        <translation>How long closed returns are kept</translation>
    </message>
    <message>
        <source>退货单关闭后保留</source>
        <translation>Keep closed returns for</translation>
    </message>
    <message>
        <source>到期后在启动时彻底删除，备份、凭证和日志里的也一起删除。</source>
        <translation>After that they are deleted for good at the start, from backups, evidence and logs too.</translation>
    </message>
    <message>
        <source>退货单关闭后保留 %1 天，下次启动时生效</source>
        <translation>Closed returns are kept for %1 days, from the next start on</translation>
    </message>
</context>
<context>
    <name>RoomBar</name>
    <message>
        <source>%1 单要尽快处理，其中 %2 单已超时</source>
        <translation>%1 pressing, %2 of them overdue</translation>
    </message>
    <message>
        <source>%1 单要尽快处理</source>
        <translation>%1 pressing</translation>
    </message>
    <message>
        <source>房间</source>
        <translation>Rooms</translation>
    </message>
</context>
<context>
    <name>RoutineBackups</name>
    <message>
        <source>自动备份时出了问题。%1</source>
        <translation>The routine backup failed. %1</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>搜索话术：文字、拼音、首字母、编码</source>
        <translation>Search by text, pinyin, initials or code</translation>
    </message>
    <message>
        <source>搜索话术</source>
        <translation>Search replies</translation>
    </message>
</context>
<context>
    <name>SetAsideList</name>
    <message>
        <source>%1 条记录已损坏，已单独放好，其余照常</source>
        <translation>Damaged records set aside: %1. All others work as usual.</translation>
    </message>
    <message>
        <source>已损坏的记录</source>
        <translation>Damaged records</translation>
    </message>
</context>
<context>
    <name>ShelfBar</name>
    <message>
        <source>分组</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>最近</source>
        <translation>Recent</translation>
    </message>
</context>
<context>
    <name>ShopHeader</name>
    <message>
        <source>设置店铺</source>
        <translation>Set up shop</translation>
    </message>
    <message>
        <source>新增店铺…</source>
        <translation>Add shop…</translation>
    </message>
    <message>
        <source>取消置顶</source>
        <translation>Stop keeping on top</translation>
    </message>
    <message>
        <source>窗口置顶</source>
        <translation>Keep on top</translation>
    </message>
    <message>
        <source>菜单</source>
        <translation>Menu</translation>
    </message>
</context>
<context>
    <name>ShopPage</name>
    <message>
        <source>保存  ⏎</source>
        <translation>Save  ⏎</translation>
    </message>
    <message>
        <source>店铺资料</source>
        <translation>Shop details</translation>
    </message>
    <message>
        <source>新增店铺</source>
        <translation>Add shop</translation>
    </message>
    <message>
        <source>返回，不保存</source>
        <translation>Back without saving</translation>
    </message>
    <message>
        <source>这些内容会填进这家店的每一句话术，只存在本机。</source>
        <translation>These details fill every reply of this shop. They stay on this computer.</translation>
    </message>
    <message>
        <source>已保存</source>
        <translation>Saved</translation>
    </message>
</context>
<context>
    <name>StepHead</name>
    <message>
        <source>已展开</source>
        <translation>unfolded</translation>
    </message>
    <message>
        <source>已折叠</source>
        <translation>folded</translation>
    </message>
</context>
<context>
    <name>StepsEditor</name>
    <message>
        <source>上移</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>为什么、怎么做</source>
        <translation>Why and how</translation>
    </message>
    <message>
        <source>主管 必做</source>
        <translation>Supervisor, must</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>勾选时记下「%1」的时间</source>
        <translation>Ticking records the time of &quot;%1&quot;</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>新的检查项</source>
        <translation>New check</translation>
    </message>
    <message>
        <source>检查项</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>用于：%1</source>
        <translation>For: %1</translation>
    </message>
    <message>
        <source>话术的编码或主题，用空格隔开</source>
        <translation>Codes or themes of replies, with blanks between</translation>
    </message>
    <message>
        <source>这一步建议的话术</source>
        <translation>Replies suggested for this step</translation>
    </message>
    <message>
        <source>由主管决定</source>
        <translation>A supervisor decides</translation>
    </message>
</context>
<context>
    <name>TimersEditor</name>
    <message>
        <source>到期会怎样</source>
        <translation>When it runs out</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>参考的数字不是规则：在退货单里贴上千牛倒计时，就以倒计时为准。</source>
        <translation>Figures for reference are no rules: a countdown pasted into a case comes before them.</translation>
    </message>
    <message>
        <source>多久（留空就看千牛）</source>
        <translation>How long (empty: see Qianniu)</translation>
    </message>
    <message>
        <source>来源可信度</source>
        <translation>Grade of the source</translation>
    </message>
    <message>
        <source>核对日期</source>
        <translation>Checked on</translation>
    </message>
</context>
<context>
    <name>VerdictTable</name>
    <message>
        <source>判定</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>运费%1</source>
        <translation>Freight: %1</translation>
    </message>
    <message>
        <source>人工改定。按规则为%1：%2</source>
        <translation>Changed by hand. By the rules %1: %2</translation>
    </message>
    <message>
        <source>两种算法：按比例分摊 %1，按留下的重新结算 %2</source>
        <translation>Two ways: by share %1, by settling what is kept again %2</translation>
    </message>
    <message>
        <source>以千牛退款页的可退金额为准。</source>
        <translation>The amount on Qianniu's refund page counts.</translation>
    </message>
    <message>
        <source>在「编辑资料」里填上实付金额，才能算出应退多少。</source>
        <translation>Fill in the amount paid under &quot;Edit Facts&quot; to compute the refund.</translation>
    </message>
    <message>
        <source>依据：%1</source>
        <translation>Basis: %1</translation>
    </message>
    <message>
        <source>按规则：%1</source>
        <translation>By the rule: %1</translation>
    </message>
</context>
<context>
    <name>case_wording</name>
    <message>
        <source>商品</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>进行中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>等买家</source>
        <translation>Waiting for the buyer</translation>
    </message>
    <message>
        <source>已关闭</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>New</translation>
    </message>
    <message>
        <source>买家</source>
        <translation>Buyer</translation>
    </message>
    <message>
        <source>%1；参考时限，以千牛倒计时为准</source>
        <translation>%1; for reference, the Qianniu countdown decides</translation>
    </message>
    <message>
        <source>质量问题</source>
        <translation>Quality problem</translation>
    </message>
    <message>
        <source>尺码不合</source>
        <translation>Wrong size</translation>
    </message>
    <message>
        <source>颜色或色差</source>
        <translation>Colour differs</translation>
    </message>
    <message>
        <source>不喜欢或不好看</source>
        <translation>Does not suit</translation>
    </message>
    <message>
        <source>其他原因</source>
        <translation>Other reason</translation>
    </message>
    <message>
        <source>发错货</source>
        <translation>Wrong item sent</translation>
    </message>
    <message>
        <source>少件漏发</source>
        <translation>Items missing</translation>
    </message>
    <message>
        <source>破损</source>
        <translation>Damaged</translation>
    </message>
    <message>
        <source>与描述不符</source>
        <translation>Not as described</translation>
    </message>
    <message>
        <source>拒收</source>
        <translation>Parcel refused</translation>
    </message>
    <message>
        <source>在途拦截</source>
        <translation>Intercepted on the way</translation>
    </message>
    <message>
        <source>超过时效</source>
        <translation>Out of time</translation>
    </message>
    <message>
        <source>退货退款</source>
        <translation>Return and refund</translation>
    </message>
    <message>
        <source>仅退款</source>
        <translation>Refund only</translation>
    </message>
    <message>
        <source>换货</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>补发</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>维修</source>
        <translation>Repair</translation>
    </message>
    <message>
        <source>部分退款</source>
        <translation>Partial refund</translation>
    </message>
    <message>
        <source>驳回</source>
        <translation>Turned down</translation>
    </message>
    <message>
        <source>卖家责任</source>
        <translation>Seller's fault</translation>
    </message>
    <message>
        <source>买家原因</source>
        <translation>Buyer's reason</translation>
    </message>
    <message>
        <source>责任未定</source>
        <translation>Fault unknown</translation>
    </message>
    <message>
        <source>七天无理由</source>
        <translation>7 days, no reason</translation>
    </message>
    <message>
        <source>包邮</source>
        <translation>Free shipping</translation>
    </message>
    <message>
        <source>退货宝或运费险</source>
        <translation>Return insurance</translation>
    </message>
    <message>
        <source>特殊商品（已确认不支持无理由）</source>
        <translation>Special goods, no right of return</translation>
    </message>
    <message>
        <source>页面描述有误</source>
        <translation>Page description is wrong</translation>
    </message>
    <message>
        <source>退后不再满足包邮</source>
        <translation>No longer enough for free shipping</translation>
    </message>
    <message>
        <source>未发货</source>
        <translation>Not shipped</translation>
    </message>
    <message>
        <source>运输中</source>
        <translation>In transit</translation>
    </message>
    <message>
        <source>已签收</source>
        <translation>Signed for</translation>
    </message>
    <message>
        <source>买家签收</source>
        <translation>Buyer signed</translation>
    </message>
    <message>
        <source>买家申请</source>
        <translation>Buyer applied</translation>
    </message>
    <message>
        <source>卖家拒绝申请</source>
        <translation>Seller refused the application</translation>
    </message>
    <message>
        <source>同意退货</source>
        <translation>Return agreed</translation>
    </message>
    <message>
        <source>通知快递拦截</source>
        <translation>Courier told to intercept</translation>
    </message>
    <message>
        <source>买家寄回</source>
        <translation>Buyer sent it back</translation>
    </message>
    <message>
        <source>退件签收</source>
        <translation>Return parcel signed for</translation>
    </message>
    <message>
        <source>卖家收到退货</source>
        <translation>Seller has the goods</translation>
    </message>
    <message>
        <source>订单发货</source>
        <translation>Order shipped</translation>
    </message>
    <message>
        <source>交易成功</source>
        <translation>Order completed</translation>
    </message>
    <message>
        <source>争议中止</source>
        <translation>Dispute paused</translation>
    </message>
    <message>
        <source>平台要求举证</source>
        <translation>Platform asked for evidence</translation>
    </message>
    <message>
        <source>退款或换新寄出</source>
        <translation>Refunded or replacement sent</translation>
    </message>
    <message>
        <source>未开始</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>不适用</source>
        <translation>Not needed</translation>
    </message>
    <message>
        <source>等主管</source>
        <translation>Waiting for a supervisor</translation>
    </message>
    <message>
        <source>处理中</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>卖家承担</source>
        <translation>Seller pays</translation>
    </message>
    <message>
        <source>买家承担</source>
        <translation>Buyer pays</translation>
    </message>
    <message>
        <source>退货宝或运费险承担</source>
        <translation>Return insurance pays</translation>
    </message>
    <message>
        <source>待定</source>
        <translation>Undecided</translation>
    </message>
    <message>
        <source>无时限</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>充裕</source>
        <translation>Enough time</translation>
    </message>
    <message>
        <source>过半</source>
        <translation>Half gone</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>客服</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>客服/主管</source>
        <translation>Agent / supervisor</translation>
    </message>
    <message>
        <source>仓库/客服</source>
        <translation>Warehouse / agent</translation>
    </message>
    <message>
        <source>客服/财务</source>
        <translation>Agent / finance</translation>
    </message>
    <message>
        <source>法律法规</source>
        <translation>Law</translation>
    </message>
    <message>
        <source>平台规则</source>
        <translation>Platform rule</translation>
    </message>
    <message>
        <source>平台规则节选</source>
        <translation>Excerpt of a platform rule</translation>
    </message>
    <message>
        <source>第三方资料</source>
        <translation>Third party</translation>
    </message>
    <message>
        <source>未核实</source>
        <translation>Not verified</translation>
    </message>
    <message>
        <source>实付商品款</source>
        <translation>Paid for the goods</translation>
    </message>
    <message>
        <source>发货运费</source>
        <translation>outbound freight</translation>
    </message>
    <message>
        <source>未退回的赠品</source>
        <translation>Gift not returned</translation>
    </message>
    <message>
        <source>优惠券和积分（原样退回）</source>
        <translation>Coupons and points (returned in kind)</translation>
    </message>
    <message>
        <source>责任在卖家，退换货的运费由卖家承担。</source>
        <translation>The seller is at fault and pays the freight of the return or exchange.</translation>
    </message>
    <message>
        <source>同意退货时没有说明运费，按规则由卖家承担。</source>
        <translation>The return was agreed without a word on freight, so by the rules the seller pays.</translation>
    </message>
    <message>
        <source>包邮商品七天无理由退货，买家只承担寄回的运费。</source>
        <translation>Free shipping: for a no-reason return the buyer only pays the way back.</translation>
    </message>
    <message>
        <source>不包邮或退后不再满足包邮，无理由退货的来回运费由买家承担。</source>
        <translation>No free shipping, or no longer: the buyer pays both ways of a no-reason return.</translation>
    </message>
    <message>
        <source>七天无理由换货，来回运费由买家承担。</source>
        <translation>For a no-reason exchange the buyer pays both ways.</translation>
    </message>
    <message>
        <source>订单有退货宝或运费险，寄回运费由它赔付，金额以页面展示为准。</source>
        <translation>Return insurance covers the way back, up to the amount shown on the page.</translation>
    </message>
    <message>
        <source>寄回运费由退货宝或运费险赔付，金额以页面展示为准；发货运费由买家承担。</source>
        <translation>Return insurance covers the way back, up to the amount shown on the page; the buyer pays the way out.</translation>
    </message>
    <message>
        <source>货没有寄出或不用寄回，买家不用出运费。</source>
        <translation>Nothing was sent or has to come back, so the buyer pays no freight.</translation>
    </message>
    <message>
        <source>不是卖家责任的维修或补发，运费请与买家商量。</source>
        <translation>A repair or second parcel without the seller's fault: agree on the freight with the buyer.</translation>
    </message>
    <message>
        <source>包裹被拒收，先弄清拒收有没有理由，再定运费。</source>
        <translation>The parcel was refused: find out first whether with reason, then settle the freight.</translation>
    </message>
    <message>
        <source>已过七天无理由的时限，运费请主管定；商品有问题的除外。</source>
        <translation>The no-reason window is over: a supervisor settles the freight, unless the goods are faulty.</translation>
    </message>
    <message>
        <source>《消费者权益保护法》第二十四条；《淘宝平台争议处理规则》第四十九条</source>
        <translation>Consumer Rights Law art. 24; Taobao Dispute Rules art. 49</translation>
    </message>
    <message>
        <source>《淘宝平台争议处理规则》第四十九条</source>
        <translation>Taobao Dispute Rules art. 49</translation>
    </message>
    <message>
        <source>《消费者权益保护法》第二十五条；《淘宝平台争议处理规则》第五十三条</source>
        <translation>Consumer Rights Law art. 25; Taobao Dispute Rules art. 53</translation>
    </message>
    <message>
        <source>《淘宝平台争议处理规则》第五十四条</source>
        <translation>Taobao Dispute Rules art. 54</translation>
    </message>
    <message>
        <source>淘宝「退货宝」规则，以订单页面展示为准</source>
        <translation>Taobao return insurance rule; the order page decides</translation>
    </message>
    <message>
        <source>淘宝「退货宝」规则；《淘宝平台争议处理规则》第五十三条；《网络购买商品七日无理由退货暂行办法》第十八条</source>
        <translation>Taobao return insurance rule; Taobao Dispute Rules art. 53; Seven-Day Return Measures art. 18</translation>
    </message>
    <message>
        <source>《淘宝平台争议处理规则》第二十一条、第二十二条、第二十七条</source>
        <translation>Taobao Dispute Rules art. 21, 22, 27</translation>
    </message>
    <message>
        <source>《淘宝平台争议处理规则》第七条</source>
        <translation>Taobao Dispute Rules art. 7</translation>
    </message>
    <message>
        <source>《淘宝平台争议处理规则》第七条、第四十九条</source>
        <translation>Taobao Dispute Rules art. 7, 49</translation>
    </message>
    <message>
        <source>《淘宝平台争议处理规则》第三十七条、第三十九条、第四十条</source>
        <translation>Taobao Dispute Rules art. 37, 39, 40</translation>
    </message>
    <message>
        <source>《淘宝平台争议处理规则》第二十三条</source>
        <translation>Taobao Dispute Rules art. 23</translation>
    </message>
    <message>
        <source>《消费者权益保护法》第二十四条、第二十五条</source>
        <translation>Consumer Rights Law art. 24, 25</translation>
    </message>
    <message>
        <source>《消费者权益保护法》第二十五条；《网络购买商品七日无理由退货暂行办法》第六条、第七条</source>
        <translation>Consumer Rights Law art. 25; Seven-Day Return Measures art. 6, 7</translation>
    </message>
    <message>
        <source>超时不到 1 分钟</source>
        <translation>overdue by less than a minute</translation>
    </message>
    <message>
        <source>剩不到 1 分钟</source>
        <translation>less than a minute left</translation>
    </message>
    <message>
        <source>超时 %1</source>
        <translation>overdue by %1</translation>
    </message>
    <message>
        <source>剩 %1</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>%1 小时 %2 分钟</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 小时</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 分钟</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>千牛倒计时（%1 读取）</source>
        <translation>Qianniu countdown (read by %1)</translation>
    </message>
    <message>
        <source>%1（%2 核对）</source>
        <translation>%1 (checked %2)</translation>
    </message>
    <message>
        <source>勾选「%1」</source>
        <translation>ticked &quot;%1&quot;</translation>
    </message>
    <message>
        <source>取消勾选「%1」</source>
        <translation>unticked &quot;%1&quot;</translation>
    </message>
    <message>
        <source>写了备注</source>
        <translation>wrote a note</translation>
    </message>
    <message>
        <source>%1改为「%2」</source>
        <translation>%1 set to &quot;%2&quot;</translation>
    </message>
    <message>
        <source>按千牛倒计时设定「%1」的时限：%2</source>
        <translation>deadline of &quot;%1&quot; set by the Qianniu countdown: %2</translation>
    </message>
    <message>
        <source>不再用千牛读来的「%1」时限</source>
        <translation>dropped the Qianniu deadline of &quot;%1&quot;</translation>
    </message>
    <message>
        <source>复制话术「%1」</source>
        <translation>copied the reply &quot;%1&quot;</translation>
    </message>
    <message>
        <source>添加凭证「%1」</source>
        <translation>attached &quot;%1&quot;</translation>
    </message>
    <message>
        <source>移除凭证「%1」</source>
        <translation>removed &quot;%1&quot;</translation>
    </message>
    <message>
        <source>人工改定%1：%2</source>
        <translation>%1 overruled: %2</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>重新打开</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>撤销：%1</source>
        <translation>undid: %1</translation>
    </message>
    <message>
        <source>改用清单版本 %1</source>
        <translation>moved on to checklist version %1</translation>
    </message>
    <message>
        <source>%1 天 %2 小时</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 天</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>特殊商品不在七天无理由之内，先请主管定能不能退，再说运费。</source>
        <translation>These goods are outside the 7-day right: ask a supervisor first whether they can come back, then settle the freight.</translation>
    </message>
    <message>
        <source>先请买家举证，弄清是谁的责任；谁的责任，运费由谁承担。</source>
        <translation>Ask the buyer for proof and find out who is answerable; whoever is, pays the freight.</translation>
    </message>
    <message>
        <source>货还在路上，先通知快递拦截；谁的责任，运费由谁承担。</source>
        <translation>The parcel is on its way: tell the courier to intercept it first; whoever is answerable pays the freight.</translation>
    </message>
    <message>
        <source>《消费者权益保护法》第二十五条；《淘宝平台争议处理规则》第五十三条；《网络购买商品七日无理由退货暂行办法》第十八条</source>
        <translation>Consumer Rights Law art. 25; Taobao Dispute Rules art. 53; Seven-Day Return Measures art. 18</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>没有完成：%1</source>
        <translation>Not finished: %1</translation>
    </message>
</context>
<context>
    <name>command_line</name>
    <message>
        <source>客服台：在聊天窗口旁边找到、填好并复制话术。不带命令则打开窗口。</source>
        <translation>CS Desk: find, fill and copy canned replies beside the chat. Without a command, opens the window.</translation>
    </message>
    <message>
        <source>显示版本</source>
        <translation>Show the version</translation>
    </message>
    <message>
        <source>用 %1 --help 查看写法。</source>
        <translation>See %1 --help for usage.</translation>
    </message>
</context>
<context>
    <name>csdesk</name>
    <message>
        <source>找不到这个文件</source>
        <translation>there is no such file</translation>
    </message>
    <message>
        <source>这是一个文件夹，不是文件</source>
        <translation>this is a folder, not a file</translation>
    </message>
    <message>
        <source>没有读取这个文件的权限</source>
        <translation>no permission to read this file</translation>
    </message>
    <message>
        <source>读不出这个文件：%1</source>
        <translation>this file cannot be read: %1</translation>
    </message>
    <message>
        <source>文件名无效</source>
        <translation>not a valid file name</translation>
    </message>
    <message>
        <source>文件超过 %1 MB</source>
        <translation>the file is larger than %1 MB</translation>
    </message>
    <message>
        <source>这不是客服台的话术库文件</source>
        <translation>this is not a reply library of CS Desk</translation>
    </message>
    <message>
        <source>由更新版本的客服台写成（格式 %1），请先升级程序</source>
        <translation>written by a newer CS Desk (format %1); update the program first</translation>
    </message>
    <message>
        <source>%1「%2」重复，前面已经有一个</source>
        <translation>duplicate %1: &quot;%2&quot;</translation>
    </message>
    <message>
        <source>占位符</source>
        <translation>placeholder</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>title</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>code</translation>
    </message>
    <message>
        <source>「%1」的语气</source>
        <translation>tone of &quot;%1&quot;</translation>
    </message>
</context>
<context>
    <name>grammar</name>
    <message>
        <source>用法：</source>
        <translation>Usage: </translation>
    </message>
    <message>
        <source>选项</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>显示帮助</source>
        <translation>Show this help</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>提示用的语言</source>
        <translation>Language of messages</translation>
    </message>
    <message>
        <source>数据文件夹；不写则用系统为本程序准备的文件夹</source>
        <translation>Data folder; by default the system's folder for this program</translation>
    </message>
    <message>
        <source>没有 %1 这个选项</source>
        <translation>There is no option %1</translation>
    </message>
    <message>
        <source>没有 %1 这个命令</source>
        <translation>There is no command %1</translation>
    </message>
    <message>
        <source>缺少 %1</source>
        <translation>Missing %1</translation>
    </message>
    <message>
        <source>「%1」应写成 名称=值</source>
        <translation>&quot;%1&quot; must be written as NAME=VALUE</translation>
    </message>
    <message>
        <source>%1 的值不合要求</source>
        <translation>The value of %1 is not valid</translation>
    </message>
    <message>
        <source>%1 和 %2 只能选一个</source>
        <translation>Use either %1 or %2, not both</translation>
    </message>
    <message>
        <source>后面还要写一个命令</source>
        <translation>A command must follow</translation>
    </message>
    <message>
        <source>%1 后面要写一个值</source>
        <translation>A value must follow %1</translation>
    </message>
    <message>
        <source>参数太多，或写法不对</source>
        <translation>Too many arguments, or written wrongly</translation>
    </message>
    <message>
        <source>把这一刻当作现在，如 2026-11-17T23:59；没写时区的按中国时间</source>
        <translation>Take this for the present moment, as 2026-11-17T23:59; China's time where no zone is told</translation>
    </message>
</context>
<context>
    <name>json_faults</name>
    <message>
        <source>缺少「%1」</source>
        <translation>&quot;%1&quot; is missing</translation>
    </message>
    <message>
        <source>不认识「%1」，请检查拼写</source>
        <translation>&quot;%1&quot; is unknown; check its spelling</translation>
    </message>
    <message>
        <source>不认识的取值「%1」</source>
        <translation>unknown value &quot;%1&quot;</translation>
    </message>
    <message>
        <source>日期应写成 2026-11-21 这样</source>
        <translation>write a date like 2026-11-21</translation>
    </message>
    <message>
        <source>不能为空</source>
        <translation>must not be empty</translation>
    </message>
    <message>
        <source>文字超过 %1 个字符</source>
        <translation>text longer than %1 characters</translation>
    </message>
    <message>
        <source>文字为空，或含有不允许的字符</source>
        <translation>text is empty or has characters that are not allowed</translation>
    </message>
    <message>
        <source>应有 %1 项</source>
        <translation>must have %1 items</translation>
    </message>
    <message>
        <source>超过 %1 项</source>
        <translation>more than %1 items</translation>
    </message>
    <message>
        <source>至少应有 %1 项，现在只有 %2 项</source>
        <translation>must have at least %1 items, has only %2</translation>
    </message>
    <message>
        <source>数值不能小于 %1</source>
        <translation>number must not be less than %1</translation>
    </message>
    <message>
        <source>数值不能大于 %1</source>
        <translation>number must not be greater than %1</translation>
    </message>
    <message>
        <source>数值必须大于 %1</source>
        <translation>number must be greater than %1</translation>
    </message>
    <message>
        <source>数值超出范围</source>
        <translation>number out of range</translation>
    </message>
    <message>
        <source>文件不完整，可能没有传完</source>
        <translation>the file is incomplete, perhaps cut off on its way</translation>
    </message>
    <message>
        <source>含有残缺的字符，只有半个代理对</source>
        <translation>has a broken character (half a surrogate pair)</translation>
    </message>
    <message>
        <source>不是有效的 JSON</source>
        <translation>not valid JSON</translation>
    </message>
    <message>
        <source>内容不符合这种文件的格式</source>
        <translation>does not fit the format of this file</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>text</translation>
    </message>
    <message>
        <source>整数</source>
        <translation>a whole number</translation>
    </message>
    <message>
        <source>小数</source>
        <translation>a number</translation>
    </message>
    <message>
        <source> true 或 false</source>
        <translation>true or false</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>a date</translation>
    </message>
    <message>
        <source>列表</source>
        <translation>a list</translation>
    </message>
    <message>
        <source>一组字段</source>
        <translation>a group of fields</translation>
    </message>
    <message>
        <source>空值</source>
        <translation>null</translation>
    </message>
    <message>
        <source>%1或%2</source>
        <translation>%1 or %2</translation>
    </message>
    <message>
        <source>类型不对，应为%1，现在是%2</source>
        <translation>wrong type: must be %1, is %2</translation>
    </message>
    <message>
        <source>不是 UTF-8 编码的文字</source>
        <translation>not text in UTF-8</translation>
    </message>
    <message>
        <source>内容嵌套太深</source>
        <translation>nested too deeply</translation>
    </message>
    <message>
        <source>文件是空的</source>
        <translation>the file is empty</translation>
    </message>
    <message>
        <source>%1（第 %2 行）</source>
        <translation>%1 (line %2)</translation>
    </message>
</context>
<context>
    <name>json_file</name>
    <message>
        <source>读不到这个文件</source>
        <translation>this file cannot be read</translation>
    </message>
</context>
<context>
    <name>program</name>
    <message>
        <source>连不上屏幕，窗口打不开。请在桌面里启动，或用命令行（cs-desk --help）。</source>
        <translation>No screen to open the window on. Start it in a desktop session, or use the commands (cs-desk --help).</translation>
    </message>
    <message>
        <source>程序出错了，刚才的操作可能没有完成：%1</source>
        <translation>The program failed; the last action may not be complete: %1</translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>缺少省份「%1」</source>
        <translation>the province &quot;%1&quot; is missing</translation>
    </message>
    <message>
        <source>城市「%1」重复</source>
        <translation>duplicate city &quot;%1&quot;</translation>
    </message>
    <message>
        <source>「%1」的拼音「%2」应为每字一个音节</source>
        <translation>the pinyin &quot;%2&quot; must have one syllable for each character of &quot;%1&quot;</translation>
    </message>
    <message>
        <source>天数要写成从少到多的范围，例如 [3, 4]，现在是 [%1, %2]</source>
        <translation>days must be a range from fewer to more, such as [3, 4], not [%1, %2]</translation>
    </message>
    <message>
        <source>区域「%1」重复</source>
        <translation>duplicate zone &quot;%1&quot;</translation>
    </message>
    <message>
        <source>没有「%1」这个省份，请写不带「省」字的名称，例如「浙江」「内蒙古」</source>
        <translation>no province &quot;%1&quot;; write its short Chinese name, without the word for province</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>没有权限打开</source>
        <translation>no permission to open it</translation>
    </message>
    <message>
        <source>没有这个文件或文件夹</source>
        <translation>no such file or folder</translation>
    </message>
    <message>
        <source>路径中有一段不是文件夹</source>
        <translation>part of the path is not a folder</translation>
    </message>
    <message>
        <source>磁盘已满</source>
        <translation>the disk is full</translation>
    </message>
    <message>
        <source>磁盘是只读的</source>
        <translation>the disk is read-only</translation>
    </message>
    <message>
        <source>名称太长</source>
        <translation>the name is too long</translation>
    </message>
    <message>
        <source>文件是只读的</source>
        <translation>the file is read-only</translation>
    </message>
    <message>
        <source>打不开，请检查文件夹和权限</source>
        <translation>cannot be opened; check the folder and its permissions</translation>
    </message>
    <message>
        <source>读写磁盘时出错</source>
        <translation>the disk failed to read or write</translation>
    </message>
    <message>
        <source>文件已损坏</source>
        <translation>the file is damaged</translation>
    </message>
    <message>
        <source>这不是客服台的数据文件</source>
        <translation>this is not a data file of CS Desk</translation>
    </message>
    <message>
        <source>系统报告了错误</source>
        <translation>the system reported an error</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>reply</name>
    <message>
        <source>填好一句话术并输出；TEMPLATE 是编号、编码或完整标题</source>
        <translation>Fill a reply and print it; TEMPLATE is its ID, code or full title</translation>
    </message>
    <message>
        <source>用哪家店铺的资料</source>
        <translation>Shop whose details to use</translation>
    </message>
    <message>
        <source>用哪张退货单的资料</source>
        <translation>Return case whose details to use</translation>
    </message>
    <message>
        <source>用哪种语气，如 安抚</source>
        <translation>Tone to use, by its name in the library</translation>
    </message>
    <message>
        <source>改用这个文件里的话术库，不保存</source>
        <translation>Use the reply library in this file; nothing is saved</translation>
    </message>
    <message>
        <source>复制到剪贴板</source>
        <translation>Copy to the clipboard</translation>
    </message>
    <message>
        <source>只输出，不复制（默认）</source>
        <translation>Only print, do not copy (default)</translation>
    </message>
    <message>
        <source>有违规提示也照样输出</source>
        <translation>Print even with compliance findings</translation>
    </message>
    <message>
        <source>输出一行 JSON</source>
        <translation>Print one line of JSON</translation>
    </message>
    <message>
        <source>没有退货单「%1」</source>
        <translation>No return case &quot;%1&quot;</translation>
    </message>
    <message>
        <source>没有话术「%1」</source>
        <translation>No reply &quot;%1&quot;</translation>
    </message>
    <message>
        <source>没有店铺「%1」</source>
        <translation>No shop &quot;%1&quot;</translation>
    </message>
    <message>
        <source>已保存「%1」。</source>
        <translation>Saved &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>「%1」没有「%2」这种语气。</source>
        <translation>&quot;%1&quot; has no tone &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>这句话术里没有「%1」，这个值没有用上。</source>
        <translation>This reply has no &quot;%1&quot;; the value was not used.</translation>
    </message>
    <message>
        <source>已复制「%1」</source>
        <translation>Copied &quot;%1&quot;</translation>
    </message>
    <message>
        <source>这次使用没有记下来：%1</source>
        <translation>This use was not recorded: %1</translation>
    </message>
    <message>
        <source>[名称=值]...</source>
        <translation>[NAME=VALUE]...</translation>
    </message>
    <message>
        <source>没有记在退货单里：%1</source>
        <translation>Not written down in the case: %1</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>搜索话术：文字、拼音、首字母、编码或买家的原话；写 - 则逐行读取标准输入</source>
        <translation>Search replies by text, pinyin, initials, code or the buyer's own words; - reads queries from standard input, one a line</translation>
    </message>
    <message>
        <source>最多几条</source>
        <translation>Most results to show</translation>
    </message>
    <message>
        <source>每个问题输出一行 JSON</source>
        <translation>Print one line of JSON per query</translation>
    </message>
    <message>
        <source>没有找到「%1」</source>
        <translation>Nothing found for &quot;%1&quot;</translation>
    </message>
</context>
<context>
    <name>shop</name>
    <message>
        <source>店铺资料：每家店自己的店名、发货城市、快递等</source>
        <translation>Shop details: each shop's name, shipping city, carrier and so on</translation>
    </message>
    <message>
        <source>列出所有店铺，* 是正在用的</source>
        <translation>List all shops; * marks the one in use</translation>
    </message>
    <message>
        <source>每家店输出一行 JSON</source>
        <translation>Print one line of JSON per shop</translation>
    </message>
    <message>
        <source>显示一家店的资料</source>
        <translation>Show a shop's details</translation>
    </message>
    <message>
        <source>新增店铺或修改资料；值留空表示删除这一项</source>
        <translation>Add a shop or change its details; an empty value removes one</translation>
    </message>
    <message>
        <source>同时切换到这家店</source>
        <translation>Also switch to this shop</translation>
    </message>
    <message>
        <source>店铺名不能为空，也不能与另一家店相同。</source>
        <translation>A shop needs a name that no other shop has.</translation>
    </message>
    <message>
        <source>「%1」因买家或退货单而异，不能存进店铺资料。</source>
        <translation>&quot;%1&quot; differs by buyer or return case, so no shop can store it.</translation>
    </message>
    <message>
        <source>%1 的值「%2」不合要求：</source>
        <translation>&quot;%2&quot; is not valid for %1: </translation>
    </message>
    <message>
        <source>[键=值]...</source>
        <translation>[KEY=VALUE]...</translation>
    </message>
</context>
<context>
    <name>stores</name>
    <message>
        <source>话术库的总目录丢失了</source>
        <translation>the table of contents of the reply library is lost</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>太长了</source>
        <translation>too long</translation>
    </message>
    <message>
        <source>有看不见的控制字符</source>
        <translation>contains invisible control characters</translation>
    </message>
    <message>
        <source>看不出是哪一天，可写成 11月25日 或 18:00</source>
        <translation>not a clear date; write 11-25 or 18:00</translation>
    </message>
    <message>
        <source>日期已经过去</source>
        <translation>this date has passed</translation>
    </message>
    <message>
        <source>请写天数，如 3-4天</source>
        <translation>write a number of days, such as 3-4</translation>
    </message>
    <message>
        <source>请写金额，如 86.36</source>
        <translation>write an amount, such as 86.36</translation>
    </message>
    <message>
        <source>请从选项里选一个</source>
        <translation>choose one of the options</translation>
    </message>
    <message>
        <source>请写中文城市名</source>
        <translation>write the city's Chinese name</translation>
    </message>
    <message>
        <source>只能用淘宝、天猫、1688 或支付宝的链接</source>
        <translation>only Taobao, Tmall, 1688 or Alipay links</translation>
    </message>
    <message>
        <source>订单号应为 12 到 20 位数字</source>
        <translation>an order number has 12 to 20 digits</translation>
    </message>
    <message>
        <source>运单号应为 8 到 20 位字母或数字</source>
        <translation>a tracking number has 8 to 20 letters or digits</translation>
    </message>
    <message>
        <source>有一个「{」没有配对的「}」，按原文发送</source>
        <translation>A &quot;{&quot; has no matching &quot;}&quot;; sent as written</translation>
    </message>
    <message>
        <source>有一个多余的「}」，按原文发送</source>
        <translation>A &quot;}&quot; has no matching &quot;{&quot;; sent as written</translation>
    </message>
    <message>
        <source>括号里没有名称，按原文发送</source>
        <translation>Braces without a name; sent as written</translation>
    </message>
    <message>
        <source>一对括号跨了行，按原文发送</source>
        <translation>Braces across two lines; sent as written</translation>
    </message>
    <message>
        <source>「%1」的默认值是空的</source>
        <translation>The default of &quot;%1&quot; is empty</translation>
    </message>
    <message>
        <source>「%1」只有一个选项</source>
        <translation>&quot;%1&quot; has only one option</translation>
    </message>
    <message>
        <source>光标位置写了两次，只用第一个</source>
        <translation>The cursor position is given twice; the first counts</translation>
    </message>
    <message>
        <source>全角括号不是占位符，按原文发送</source>
        <translation>Full-width braces mark no placeholder; sent as written</translation>
    </message>
    <message>
        <source>「%1」的默认值里有竖线，不会当作选项</source>
        <translation>The &quot;|&quot; in the default of &quot;%1&quot; does not separate options</translation>
    </message>
    <message>
        <source>「%1」的日期格式有不认识的字母，应写成 %2</source>
        <translation>The date format of &quot;%1&quot; has unknown letters; write %2</translation>
    </message>
    <message>
        <source>话术库没有定义「%1」</source>
        <translation>The reply library does not define &quot;%1&quot;</translation>
    </message>
    <message>
        <source>「%1」的时间加减写法不对，如 {日期+7} {时间+30}</source>
        <translation>&quot;%1&quot; is not a valid shift; write {日期+7} or {时间+30}</translation>
    </message>
    <message>
        <source>「%1」是保留名称，不能这样用</source>
        <translation>&quot;%1&quot; is a reserved name; it cannot be used like this</translation>
    </message>
    <message>
        <source>找不到要引用的话术「%1」</source>
        <translation>The included reply &quot;%1&quot; does not exist</translation>
    </message>
    <message>
        <source>话术「%1」绕了一圈又引用自己</source>
        <translation>The reply &quot;%1&quot; ends up including itself</translation>
    </message>
    <message>
        <source>引用超过三层：「%1」</source>
        <translation>Included more than three levels deep: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>内容太长，只能按原文保留</source>
        <translation>Too long to fill in; kept as written</translation>
    </message>
    <message>
        <source>要填的项目太多，从「%1」起没有填</source>
        <translation>Too many items to fill in; left as they are from &quot;%1&quot; on</translation>
    </message>
    <message>
        <source>有看不见的方向控制字符，请从话术里删掉</source>
        <translation>Contains invisible direction controls; delete them from the reply</translation>
    </message>
    <message>
        <source>剪贴板里没有读到文字，这句话术要用到它</source>
        <translation>This reply uses the clipboard, where no text was found</translation>
    </message>
    <message>
        <source>还差：%1</source>
        <translation>Still needed: %1</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>：</source>
        <translation>: </translation>
    </message>
    <message>
        <source>%1（共 %2 条提示）</source>
        <translation>%1 (%2 hints in all)</translation>
    </message>
    <message>
        <source>没有复制成功：系统里没有剪贴板工具，请安装 xclip 或 wl-clipboard。</source>
        <translation>Not copied: no clipboard tool found. Install xclip or wl-clipboard.</translation>
    </message>
    <message>
        <source>没有复制成功：连不上屏幕，请在桌面里使用。</source>
        <translation>Not copied: no screen to connect to. Use it in a desktop session.</translation>
    </message>
    <message>
        <source>没有复制成功：剪贴板被别的程序占用，请再试一次。</source>
        <translation>Not copied: another program is holding the clipboard. Try again.</translation>
    </message>
    <message>
        <source>没有复制成功：剪贴板没有回应，请再试一次。</source>
        <translation>Not copied: the clipboard did not answer. Try again.</translation>
    </message>
    <message>
        <source>没有复制成功：剪贴板里不是这句话，请再试一次。</source>
        <translation>Not copied: the clipboard holds something else. Try again.</translation>
    </message>
    <message>
        <source>没有复制：内容是空的，或有无法复制的字符。</source>
        <translation>Not copied: the text is empty or has characters that cannot be copied.</translation>
    </message>
    <message>
        <source>又复制了另一句，这一句已经放弃。</source>
        <translation>Not copied: another reply was copied instead.</translation>
    </message>
    <message>
        <source>客服台正被另一个程序占用，什么都没有改动，请稍后再试。</source>
        <translation>Another program is using the desk. Nothing was changed. Try again later.</translation>
    </message>
    <message>
        <source>「%1」有问题：%2</source>
        <translation>Problem in &quot;%1&quot;: %2</translation>
    </message>
    <message>
        <source>没有保存：%1。请检查磁盘空间和权限。</source>
        <translation>Not saved: %1. Check disk space and permissions.</translation>
    </message>
    <message>
        <source>不确定是否已保存：%1。请重新打开后核对。</source>
        <translation>May not have been saved: %1. Reopen and check.</translation>
    </message>
    <message>
        <source>没有备份：%1。</source>
        <translation>No backup was made: %1.</translation>
    </message>
    <message>
        <source>没有保存：%1。请关闭窗口重新打开，可以用备份恢复。</source>
        <translation>Not saved: %1. Close the window and open it again to restore a backup.</translation>
    </message>
</context>
<context>
    <name>backup_folder</name>
    <message>
        <source>这是正在使用的数据文件，请选一个备份</source>
        <translation>This is the data file in use; please choose a backup</translation>
    </message>
    <message>
        <source>没有找到数据文件「%1」</source>
        <translation>The data file &quot;%1&quot; was not found</translation>
    </message>
    <message>
        <source>现在的数据有损坏，已有的备份都没有动：%1</source>
        <translation>The present data is damaged; the existing backups were left alone: %1</translation>
    </message>
    <message>
        <source>磁盘空间不足，要 %1 MB，只剩 %2 MB</source>
        <translation>Not enough disk space: %1 MB needed, %2 MB left</translation>
    </message>
    <message>
        <source>写不进「%1」：%2</source>
        <translation>Could not write &quot;%1&quot;: %2</translation>
    </message>
</context>
<context>
    <name>backup_file</name>
    <message>
        <source>这不是普通的文件</source>
        <translation>This is not a regular file</translation>
    </message>
    <message>
        <source>这是导出的 JSON，给别的程序读，不能用来恢复；请选 .db 结尾的备份</source>
        <translation>This is exported JSON for other programs and cannot be restored; please choose a backup that ends in .db</translation>
    </message>
</context>
<context>
    <name>chosen_file</name>
    <message>
        <source>没有文件夹「%1」，请先建好，或换一个位置</source>
        <translation>There is no folder &quot;%1&quot;; please create it first or choose another place</translation>
    </message>
    <message>
        <source>「%1」是一个文件夹，请写上文件名</source>
        <translation>&quot;%1&quot; is a folder; please add a file name</translation>
    </message>
    <message>
        <source>「%1」是正在使用的数据文件，请换一个文件名</source>
        <translation>&quot;%1&quot; is the data file in use; please choose another file name</translation>
    </message>
    <message>
        <source>「%1」正被别的程序使用，请换一个文件名</source>
        <translation>&quot;%1&quot; is in use by another program; please choose another file name</translation>
    </message>
    <message>
        <source>「%1」已经存在，而且不是客服台写的备份，没有覆盖，请换一个文件名</source>
        <translation>&quot;%1&quot; exists and is no backup written by CS Desk, so it was not replaced; please choose another file name</translation>
    </message>
</context>
<context>
    <name>backup</name>
    <message>
        <source>备份全部数据；不写 FILE 则存进备份文件夹</source>
        <translation>Back up everything; without FILE into the backup folder</translation>
    </message>
    <message>
        <source>列出备份文件夹里的备份，新的在前</source>
        <translation>List the backups in the backup folder, newest first</translation>
    </message>
    <message>
        <source>db：可以恢复的备份；json：给别的程序读，TinyDB 能打开；不写则看 FILE 的后缀</source>
        <translation>db: a backup that can be restored; json: for other programs, TinyDB opens it; by the ending of FILE if not given</translation>
    </message>
    <message>
        <source>每个备份输出一行 JSON</source>
        <translation>Print one line of JSON per backup</translation>
    </message>
    <message>
        <source>已备份并核对无误（%1）。</source>
        <translation>Backed up and verified (%1).</translation>
    </message>
    <message>
        <source>已导出 %1 条记录（%2）。这个文件给别的程序读，不能用来恢复。</source>
        <translation>Exported %1 records (%2). The file is for other programs to read; it cannot be restored.</translation>
    </message>
    <message>
        <source>「%1」里还没有备份。</source>
        <translation>There are no backups in &quot;%1&quot; yet.</translation>
    </message>
    <message>
        <source>[FILE]</source>
        <translation>[FILE]</translation>
    </message>
</context>
<context>
    <name>restore</name>
    <message>
        <source>用备份文件 FILE 恢复全部数据；现有的数据先备份</source>
        <translation>Restore everything from the backup FILE; what is stored now is backed up first</translation>
    </message>
    <message>
        <source>没有恢复，因为现有的数据没能先备份。</source>
        <translation>Nothing was restored, because the present data could not be backed up first.</translation>
    </message>
    <message>
        <source>已恢复成 %1 的备份「%2」。</source>
        <translation>Restored the backup of %1, &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>没有可以恢复的备份。打开窗口可以从头开始，原来的文件会留着。</source>
        <translation>There is no backup to restore. Open the window to start afresh; the old file is kept.</translation>
    </message>
    <message>
        <source>最近的完好备份是 %1 的，恢复请运行：%2</source>
        <translation>The newest sound backup is of %1. To restore it, run: %2</translation>
    </message>
    <message>
        <source>恢复前没有完好的数据可备份；如有损坏的文件，留在 damaged 文件夹里。</source>
        <translation>There was no sound data to back up before; a damaged file, if there was one, is kept in the folder damaged.</translation>
    </message>
    <message>
        <source>恢复前的数据已备份，想撤销请运行：%1</source>
        <translation>The data from before was backed up. To undo the restore, run: %1</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>FILE</translation>
    </message>
    <message>
        <source>没有恢复，现有的数据没有变。</source>
        <translation>Nothing was restored; the present data is as it was.</translation>
    </message>
</context>
<context>
    <name>routine_backup</name>
    <message>
        <source>已保存，但没有自动备份。%1</source>
        <translation>Saved, but no automatic backup was made. %1</translation>
    </message>
</context>
<context>
    <name>equipment</name>
    <message>
        <source>有 %1 条记录已损坏（%2），没有载入，其余照常使用。</source>
        <translation>%1 damaged records (%2) were left out; everything else works as usual.</translation>
    </message>
    <message>
        <source>上次的恢复做到一半就断了，现在已经做完。</source>
        <translation>The last restore was broken off; it is finished now.</translation>
    </message>
    <message>
        <source>硬盘上有一段记录坏了，上次最后 %1 处改动没能读出来。</source>
        <translation>A part of the disk's records is damaged; the last %1 changes could not be read.</translation>
    </message>
</context>
<context>
    <name>data_folder</name>
    <message>
        <source>数据文件是空的</source>
        <translation>the data file is empty</translation>
    </message>
    <message>
        <source>数据文件不见了</source>
        <translation>the data file is missing</translation>
    </message>
</context>
<context>
    <name>window_claim</name>
    <message>
        <source>窗口已经开着，已切换过去。</source>
        <translation>The window is already open; it has been brought to the front.</translation>
    </message>
    <message>
        <source>窗口已经开着，但没有回应，所以没有再开一个。请稍等再试，或结束它再启动。</source>
        <translation>The window is already open but does not respond, so no second one was opened. Try again in a moment, or end it and start again.</translation>
    </message>
    <message>
        <source>数据正在另一台电脑（%1）上开着，这里没有打开。如果那边已经关了，请删除 %2 再启动。</source>
        <translation>The data is open on another computer (%1), so it was not opened here. If it is closed there, delete %2 and start again.</translation>
    </message>
</context>
<context>
    <name>place_warnings</name>
    <message>
        <source>磁盘只剩 %1 MB，新的改动可能存不下。请清理出一些空间。</source>
        <translation>Only %1 MB left on the disk; new changes may not fit. Please free some space.</translation>
    </message>
    <message>
        <source>数据文件夹在网络共享上（%1），改动可能丢失。请同一时间只在一台电脑上打开，或搬到本机。</source>
        <translation>The data folder is on a network share (%1), where changes can get lost. Open it on one computer at a time, or move it to this computer.</translation>
    </message>
    <message>
        <source>数据文件夹现在不能写入，可以照常使用，但这次的改动不会保存。请检查权限和磁盘空间。</source>
        <translation>The data folder cannot be written now. You can go on, but changes will not be kept. Check its permissions and the disk space.</translation>
    </message>
    <message>
        <source>数据文件不见了，现在的改动不会保存。请关闭窗口重新打开，可以用备份恢复。</source>
        <translation>The data file is gone, so changes are not kept. Close the window and open it again to restore a backup.</translation>
    </message>
</context>
<context>
    <name>backup_words</name>
    <message>
        <source>%1%2日</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1年%2</source>
        <translation>%2, %1</translation>
    </message>
    <message>
        <source>手动</source>
        <translation>by hand</translation>
    </message>
    <message>
        <source>定时</source>
        <translation>routine</translation>
    </message>
    <message>
        <source>退出时</source>
        <translation>on exit</translation>
    </message>
    <message>
        <source>导入前</source>
        <translation>before import</translation>
    </message>
    <message>
        <source>升级前</source>
        <translation>before upgrade</translation>
    </message>
    <message>
        <source>清除前</source>
        <translation>before purge</translation>
    </message>
    <message>
        <source>恢复前</source>
        <translation>before restore</translation>
    </message>
    <message>
        <source>1月</source>
        <translation>Jan</translation>
    </message>
    <message>
        <source>2月</source>
        <translation>Feb</translation>
    </message>
    <message>
        <source>3月</source>
        <translation>Mar</translation>
    </message>
    <message>
        <source>4月</source>
        <translation>Apr</translation>
    </message>
    <message>
        <source>5月</source>
        <translation>May</translation>
    </message>
    <message>
        <source>6月</source>
        <translation>Jun</translation>
    </message>
    <message>
        <source>7月</source>
        <translation>Jul</translation>
    </message>
    <message>
        <source>8月</source>
        <translation>Aug</translation>
    </message>
    <message>
        <source>9月</source>
        <translation>Sep</translation>
    </message>
    <message>
        <source>10月</source>
        <translation>Oct</translation>
    </message>
    <message>
        <source>11月</source>
        <translation>Nov</translation>
    </message>
    <message>
        <source>12月</source>
        <translation>Dec</translation>
    </message>
    <message>
        <source>恢复后</source>
        <translation>after restoring</translation>
    </message>
</context>
<context>
    <name>set_aside</name>
    <message>
        <source>话术库</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>话术</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>用量</source>
        <translation>Usage</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>编号不明</source>
        <translation>No. unknown</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Setting</translation>
    </message>
    <message>
        <source>第 %1 号</source>
        <translation>No. %1</translation>
    </message>
    <message>
        <source>退货清单</source>
        <translation>Return checklist</translation>
    </message>
</context>
<context>
    <name>file_choice</name>
    <message>
        <source>位置：</source>
        <translation>Look in:</translation>
    </message>
    <message>
        <source>文件类型：</source>
        <translation>Files of type:</translation>
    </message>
</context>
<context>
    <name>sqlite_faults</name>
    <message>
        <source>数据文件不见了，可能被移走或删除了</source>
        <translation>The data file is gone; it may have been moved or deleted</translation>
    </message>
</context>
<context>
    <name>store_connection</name>
    <message>
        <source>文件夹是只读的</source>
        <translation>The folder is read-only</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>已重新开始，原来的数据文件放在「%1」。</source>
        <translation>Started afresh; the old data file is kept in &quot;%1&quot;.</translation>
    </message>
</context>
<context>
    <name>index</name>
    <message>
        <source>已为 %1 条话术建好搜索索引</source>
        <translation>The search index of %1 replies is ready</translation>
    </message>
    <message>
        <source>重新建立话术库的搜索索引；话术上千条时，打开窗口更快</source>
        <translation>Index the library for the search anew; with thousands of replies the window opens faster</translation>
    </message>
</context>
<context>
    <name>_GoodsRow</name>
    <message>
        <source>退</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>商品名称</source>
        <translation>Name of the item</translation>
    </message>
    <message>
        <source>单价（元）</source>
        <translation>Price (yuan)</translation>
    </message>
    <message>
        <source>这一件要退回</source>
        <translation>This item comes back</translation>
    </message>
    <message>
        <source>去掉这一件</source>
        <translation>Remove this item</translation>
    </message>
</context>
<context>
    <name>case_new</name>
    <message>
        <source>订单号</source>
        <translation>Order number</translation>
    </message>
    <message>
        <source>买家昵称</source>
        <translation>Buyer's nick</translation>
    </message>
    <message>
        <source>申请时间</source>
        <translation>When the buyer applied</translation>
    </message>
    <message>
        <source>订单 %1 已有处理中的退货单 %2，没有新建。要另开一张，请加 --another。</source>
        <translation>Order %1 has the open case %2 already, so none was opened. For another one, add --another.</translation>
    </message>
    <message>
        <source>已新建退货单 %1。</source>
        <translation>Case %1 is open.</translation>
    </message>
    <message>
        <source>新建退货单，输出它的编号</source>
        <translation>Open a case and print its number</translation>
    </message>
    <message>
        <source>商品名</source>
        <translation>the item</translation>
    </message>
    <message>
        <source>规格，如 白色 M</source>
        <translation>its colour, size and so on</translation>
    </message>
    <message>
        <source>品类，如 服饰</source>
        <translation>kind of goods</translation>
    </message>
    <message>
        <source>退货原因，如 QUALITY</source>
        <translation>why it comes back, as QUALITY</translation>
    </message>
    <message>
        <source>处理结果，如 换货</source>
        <translation>how the case is to end, as EXCHANGE</translation>
    </message>
    <message>
        <source>责任：seller buyer unknown</source>
        <translation>who is answerable: seller buyer unknown</translation>
    </message>
    <message>
        <source>包裹：unshipped in_transit signed</source>
        <translation>where the goods are: unshipped in_transit signed</translation>
    </message>
    <message>
        <source>签收时间，如 2026-11-10T14:05</source>
        <translation>When the buyer signed for it, as 2026-11-10T14:05</translation>
    </message>
    <message>
        <source>发货时间</source>
        <translation>When it was shipped</translation>
    </message>
    <message>
        <source>7天、包邮、退货宝、特殊商品；可以写多次</source>
        <translation>mark of the order: no_reason, free_shipping, insured or special; may be given again</translation>
    </message>
    <message>
        <source>订单里的一件商品；可以写多次</source>
        <translation>an item of the order; may be given again</translation>
    </message>
    <message>
        <source>整单满减</source>
        <translation>how much less the whole order was</translation>
    </message>
    <message>
        <source>满减的门槛</source>
        <translation>from which sum on it was less</translation>
    </message>
    <message>
        <source>要退的商品；不写就是全退</source>
        <translation>an item that comes back; all by default</translation>
    </message>
    <message>
        <source>没有退回的赠品的标价</source>
        <translation>marked price of a gift that does not come back</translation>
    </message>
    <message>
        <source>用掉的优惠券和积分</source>
        <translation>coupons and points that were used</translation>
    </message>
    <message>
        <source>订单已有处理中的退货单也照样新建</source>
        <translation>Open it even if the order has an open case</translation>
    </message>
    <message>
        <source>实付金额（含运费），如 189.50</source>
        <translation>amount paid, freight included, such as 189.50</translation>
    </message>
    <message>
        <source>实付金额里的运费</source>
        <translation>freight contained in the amount paid</translation>
    </message>
    <message>
        <source>买家没有付过的发货运费</source>
        <translation>outbound freight that the buyer has not paid</translation>
    </message>
</context>
<context>
    <name>fact_rules</name>
    <message>
        <source>规格</source>
        <translation>Variant</translation>
    </message>
    <message>
        <source>签收时间</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>品类</source>
        <translation>Kind of goods</translation>
    </message>
    <message>
        <source>实付</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>拒绝时间</source>
        <translation>Time of refusal</translation>
    </message>
    <message>
        <source>同意时间</source>
        <translation>Time of consent</translation>
    </message>
    <message>
        <source>拦截时间</source>
        <translation>Time of interception</translation>
    </message>
    <message>
        <source>寄回时间</source>
        <translation>Time of sending back</translation>
    </message>
    <message>
        <source>退件签收时间</source>
        <translation>Time the return was signed for</translation>
    </message>
    <message>
        <source>收到退货时间</source>
        <translation>Time the return was received</translation>
    </message>
    <message>
        <source>交易成功时间</source>
        <translation>Time of completion</translation>
    </message>
    <message>
        <source>暂停时间</source>
        <translation>Time of the pause</translation>
    </message>
    <message>
        <source>举证通知时间</source>
        <translation>Time evidence was asked for</translation>
    </message>
    <message>
        <source>退款时间</source>
        <translation>Time of refund</translation>
    </message>
    <message>
        <source>第 %1 件</source>
        <translation>Item %1</translation>
    </message>
    <message>
        <source>%1太长，最多 %2 字</source>
        <translation>%1 is too long, at most %2 characters</translation>
    </message>
    <message>
        <source>%1 %2 在将来，请核对</source>
        <translation>%1 %2 lies in the future; please check it</translation>
    </message>
    <message>
        <source>%1 %2 太早，请核对</source>
        <translation>%1 %2 is too early; please check it</translation>
    </message>
    <message>
        <source>满减</source>
        <translation>Order discount</translation>
    </message>
    <message>
        <source>满减门槛</source>
        <translation>Threshold of the discount</translation>
    </message>
    <message>
        <source>赠品</source>
        <translation>Gift</translation>
    </message>
    <message>
        <source>优惠券</source>
        <translation>Coupons</translation>
    </message>
    <message>
        <source>一张退货单最多 %1 件商品</source>
        <translation>A return holds at most %1 items</translation>
    </message>
    <message>
        <source>要退的商品不在订单里</source>
        <translation>What is to be returned is not part of the order</translation>
    </message>
    <message>
        <source>%1的金额不能是负数</source>
        <translation>%1: the amount cannot be negative</translation>
    </message>
    <message>
        <source>%1的金额太大，请核对</source>
        <translation>%1: the amount is too large; please check it</translation>
    </message>
    <message>
        <source>已付运费</source>
        <translation>freight paid</translation>
    </message>
    <message>
        <source>已付运费不能多于实付款，请核对</source>
        <translation>The freight paid cannot be more than the whole amount paid; please check</translation>
    </message>
    <message>
        <source>%1里有看不见的控制字符，或不完整的字符</source>
        <translation>%1 holds invisible control characters, or halves of characters</translation>
    </message>
</context>
<context>
    <name>case_sheet</name>
    <message>
        <source>责任</source>
        <translation>Fault</translation>
    </message>
    <message>
        <source>步骤</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>以千牛退款页可退金额为准。</source>
        <translation>The amount on Qianniu's refund page decides.</translation>
    </message>
    <message>
        <source>应退合计（人工改定）</source>
        <translation>Total refund (set by a person)</translation>
    </message>
    <message>
        <source>应退合计</source>
        <translation>Total refund</translation>
    </message>
    <message>
        <source>人工改定，原为 %1</source>
        <translation>set by a person, was %1</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>退货单 %1</source>
        <translation>Return %1</translation>
    </message>
    <message>
        <source>注意事项</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>运费和退款</source>
        <translation>Freight and refund</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>话术记录</source>
        <translation>Copied replies</translation>
    </message>
    <message>
        <source>凭证</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>History</translation>
    </message>
    <message>
        <source>打印于 %1</source>
        <translation>Printed %1</translation>
    </message>
    <message>
        <source>货物</source>
        <translation>Parcel</translation>
    </message>
    <message>
        <source>标记</source>
        <translation>Marks</translation>
    </message>
    <message>
        <source>人工改定，按规则为%1</source>
        <translation>overruled by a person; by the rules: %1</translation>
    </message>
    <message>
        <source>退款明细</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>商品款按实付比例分摊为 %1，按购买时价格重新结算为 %2；</source>
        <translation>Goods pro rata %1, settled again at the prices then %2. </translation>
    </message>
    <message>
        <source>（可选）</source>
        <translation> (optional)</translation>
    </message>
    <message>
        <source>运费</source>
        <translation>Freight</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>实付金额未填，应退金额还算不出。</source>
        <translation>The amount paid is missing, so the refund is not known.</translation>
    </message>
    <message>
        <source>其中运费</source>
        <translation>Freight in it</translation>
    </message>
</context>
<context>
    <name>case_form_fields</name>
    <message>
        <source>周一 周二 周三 周四 周五 周六 周日</source>
        <translation>Mon Tue Wed Thu Fri Sat Sun</translation>
    </message>
</context>
<context>
    <name>checklist_faults</name>
    <message>
        <source>「%1」应由小写字母、数字和下划线组成，以字母开头</source>
        <translation>&quot;%1&quot; must consist of lower-case letters, digits and underscores, beginning with a letter</translation>
    </message>
    <message>
        <source>「%1」重复，前面已经有一个</source>
        <translation>&quot;%1&quot; occurs twice</translation>
    </message>
    <message>
        <source>七个步骤是固定的，这里应是「%1」，现在是「%2」</source>
        <translation>The seven steps are fixed: this must be &quot;%1&quot;, not &quot;%2&quot;</translation>
    </message>
    <message>
        <source>七天无理由不能少于 %1 天，只能承诺更长</source>
        <translation>The no-reason window cannot be shorter than %1 days; only a longer one may be promised</translation>
    </message>
    <message>
        <source>七天无理由要从签收次日起按自然日算</source>
        <translation>The no-reason window counts calendar days from the day after signing</translation>
    </message>
    <message>
        <source>应有 %1 个步骤，现在是 %2 个</source>
        <translation>There must be %1 steps; there are %2</translation>
    </message>
    <message>
        <source>开始计时的时刻不能又是结束的时刻</source>
        <translation>The moment that starts the time cannot end it too</translation>
    </message>
    <message>
        <source>文字里有换行或其他控制字符</source>
        <translation>The text has a line break or another control character</translation>
    </message>
    <message>
        <source>时限应在 %1 到 %2 之间</source>
        <translation>A deadline must be between %1 and %2</translation>
    </message>
    <message>
        <source>没有「%1」这个时限</source>
        <translation>There is no deadline &quot;%1&quot;</translation>
    </message>
    <message>
        <source>没有「%1」这个步骤</source>
        <translation>There is no step &quot;%1&quot;</translation>
    </message>
    <message>
        <source>没有一种退货单会用到「%1」，请检查条件和分支</source>
        <translation>No case ever has &quot;%1&quot;; check its conditions and the branches</translation>
    </message>
    <message>
        <source>第一步不能跳过</source>
        <translation>The first step cannot be left out</translation>
    </message>
    <message>
        <source>缺少品类为空的一条，它用于没有列出的商品</source>
        <translation>The entry without a kind of goods is missing; it stands for all goods that are not listed</translation>
    </message>
    <message>
        <source>缺少时限「%1」</source>
        <translation>The deadline &quot;%1&quot; is missing</translation>
    </message>
    <message>
        <source>至少要写一个跳过的步骤</source>
        <translation>Name at least one step to leave out</translation>
    </message>
    <message>
        <source>至少要有一个检查项</source>
        <translation>At least one check is needed</translation>
    </message>
    <message>
        <source>缺少核对日期</source>
        <translation>The date of checking is missing</translation>
    </message>
</context>
<context>
    <name>case_banner_words</name>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>；按比例 %1，按重新结算 %2</source>
        <translation>; pro rata %1, settled again %2</translation>
    </message>
    <message>
        <source>购买时已确认不支持七天无理由；商品有问题的，不受此限。</source>
        <translation>No-reason return was excluded and confirmed at purchase; this does not limit faulty goods.</translation>
    </message>
    <message>
        <source>填上签收时间，才能算出无理由退货的最后时刻。</source>
        <translation>Enter when the buyer signed to know the last moment of a no-reason return.</translation>
    </message>
    <message>
        <source>最晚 %1 申请，%2。</source>
        <translation>Apply by %1: %2.</translation>
    </message>
    <message>
        <source>买家已按时申请</source>
        <translation>the buyer applied in time</translation>
    </message>
    <message>
        <source>已关闭，不再计时</source>
        <translation>closed, no longer counted</translation>
    </message>
    <message>
        <source>保持原有品质和功能，商品、配件、商标吊牌齐全；拆封查看不影响。</source>
        <translation>Quality and function as they were, item, accessories and labels complete; unpacking to look is fine.</translation>
    </message>
    <message>
        <source>%1；一并退回：%2。</source>
        <translation>%1; also returned: %2.</translation>
    </message>
    <message>
        <source>填上实付金额，才能算出应退多少；以千牛退款页可退金额为准。</source>
        <translation>Enter what was paid to know the refund; the amount on Qianniu's refund page decides.</translation>
    </message>
    <message>
        <source>%1，以千牛退款页可退金额为准。</source>
        <translation>%1; the amount on Qianniu's refund page decides.</translation>
    </message>
    <message>
        <source>已%1；商品有问题的，不受此限</source>
        <translation>%1; this does not limit faulty goods</translation>
    </message>
    <message>
        <source>%1。</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1（人工改定，按规则为%2）。</source>
        <translation>%1 (overruled by a person; by the rules: %2).</translation>
    </message>
    <message>
        <source>%1，不退款。</source>
        <translation>%1, no refund.</translation>
    </message>
    <message>
        <source>应退 %1（人工改定）</source>
        <translation>Refund %1 (set by a person)</translation>
    </message>
    <message>
        <source>最多可退 %1</source>
        <translation>Refund of at most %1</translation>
    </message>
    <message>
        <source>应退 %1</source>
        <translation>Refund %1</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>买家昵称、电话、证件号、邮箱打码显示；%1 自动删除。</source>
        <translation>Buyer's nick, phone, ID number and e-mail are masked; deleted on %1.</translation>
    </message>
    <message>
        <source>买家昵称、电话、证件号、邮箱打码显示；关闭后 %1 天自动删除。</source>
        <translation>Buyer's nick, phone, ID number and e-mail are masked; deleted %1 days after closing.</translation>
    </message>
</context>
<context>
    <name>checklist_wording</name>
    <message>
        <source>「%1」</source>
        <translation>&quot;%1&quot;</translation>
    </message>
    <message>
        <source>「%1」第 %2 项</source>
        <translation>&quot;%1&quot;, check %2</translation>
    </message>
    <message>
        <source>从「%1」算起</source>
        <translation>Counts from &quot;%1&quot;</translation>
    </message>
    <message>
        <source>其他商品</source>
        <translation>Other goods</translation>
    </message>
    <message>
        <source>参考</source>
        <translation>for reference</translation>
    </message>
    <message>
        <source>天</source>
        <translation>days</translation>
    </message>
    <message>
        <source>完好标准「%1」</source>
        <translation>Good condition of &quot;%1&quot;</translation>
    </message>
    <message>
        <source>小时</source>
        <translation>hours</translation>
    </message>
    <message>
        <source>工作日</source>
        <translation>working days</translation>
    </message>
    <message>
        <source>所有退货单</source>
        <translation>all cases</translation>
    </message>
    <message>
        <source>时限 %1</source>
        <translation>Due %1</translation>
    </message>
    <message>
        <source>没有「%1」</source>
        <translation>without &quot;%1&quot;</translation>
    </message>
    <message>
        <source>看千牛</source>
        <translation>see Qianniu</translation>
    </message>
    <message>
        <source>第 %1 条分支</source>
        <translation>Branch %1</translation>
    </message>
    <message>
        <source>自然日</source>
        <translation>calendar days</translation>
    </message>
    <message>
        <source>除了%1</source>
        <translation>all but %1</translation>
    </message>
    <message>
        <source>，到「%1」为止</source>
        <translation>, until &quot;%1&quot;</translation>
    </message>
    <message>
        <source>，参考</source>
        <translation>, for reference</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>case_table</name>
    <message>
        <source>时限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>当前步骤</source>
        <translation>Current step</translation>
    </message>
    <message>
        <source>截止时间</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>应退</source>
        <translation>To refund</translation>
    </message>
    <message>
        <source>新建时间</source>
        <translation>Opened</translation>
    </message>
    <message>
        <source>关闭时间</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>删除日期</source>
        <translation>Deleted on</translation>
    </message>
    <message>
        <source>清单版本</source>
        <translation>Checklist version</translation>
    </message>
</context>
<context>
    <name>case_told</name>
    <message>
        <source>退货时效</source>
        <translation>Time limit</translation>
    </message>
    <message>
        <source>商品状态</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>退货费用</source>
        <translation>Freight</translation>
    </message>
    <message>
        <source>退款金额</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>隐私保护</source>
        <translation>Privacy</translation>
    </message>
</context>
<context>
    <name>handover_sheet</name>
    <message>
        <source>未完 %1 件，其中超时 %2 件。</source>
        <translation>%1 open, %2 of them overdue.</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>还差</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>最近备注</source>
        <translation>Last remark</translation>
    </message>
    <message>
        <source>交接单</source>
        <translation>Handover</translation>
    </message>
    <message>
        <source>步骤都已完成，可以关闭</source>
        <translation>All steps are done; it can be closed</translation>
    </message>
</context>
<context>
    <name>case_timeline</name>
    <message>
        <source>备注：%1</source>
        <translation>Remark: %1</translation>
    </message>
</context>
<context>
    <name>evidence_bundle</name>
    <message>
        <source>文字里的个人信息已打码；图片和文件按原样放入，交出前请看看里面有没有个人信息。</source>
        <translation>Personal data is masked in all texts; pictures and files are as they were attached, so look through them before you hand this over.</translation>
    </message>
    <message>
        <source>退货单 %1，订单 %2</source>
        <translation>Return %1, order %2</translation>
    </message>
    <message>
        <source>生成于 %1，时间均为北京时间。</source>
        <translation>Made %1; all times are Beijing time.</translation>
    </message>
    <message>
        <source>时间线 %1</source>
        <translation>Timeline %1</translation>
    </message>
    <message>
        <source>没有复制过话术。</source>
        <translation>No reply was copied.</translation>
    </message>
    <message>
        <source>时间线</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>%1（文件已缺失）</source>
        <translation>%1 (file is missing)</translation>
    </message>
</context>
<context>
    <name>_PinnedRow</name>
    <message>
        <source>到话术里打开，改了再发</source>
        <translation>Open it among the replies to change it</translation>
    </message>
    <message>
        <source>打开「%1」</source>
        <translation>Open &quot;%1&quot;</translation>
    </message>
</context>
<context>
    <name>_PinnedText</name>
    <message>
        <source>打开「%1」，%2</source>
        <translation>Open &quot;%1&quot;, %2</translation>
    </message>
    <message>
        <source>复制「%1」，%2</source>
        <translation>Copy &quot;%1&quot;, %2</translation>
    </message>
    <message>
        <source>还缺：%1</source>
        <translation>Missing: %1</translation>
    </message>
</context>
<context>
    <name>_StepBody</name>
    <message>
        <source>留存凭证：%1</source>
        <translation>Evidence to keep: %1</translation>
    </message>
</context>
<context>
    <name>case</name>
    <message>
        <source>退货单：从申请到退款，步骤、时限、运费和退款金额</source>
        <translation>Return cases: from request to refund, with steps, deadlines, freight and refund</translation>
    </message>
</context>
<context>
    <name>case_change</name>
    <message>
        <source>已勾选。</source>
        <translation>Ticked.</translation>
    </message>
    <message>
        <source>已取消勾选。</source>
        <translation>No longer ticked.</translation>
    </message>
    <message>
        <source>已写下备注。</source>
        <translation>Note written down.</translation>
    </message>
    <message>
        <source>已设定时限。</source>
        <translation>Deadline set.</translation>
    </message>
    <message>
        <source>已存为凭证。</source>
        <translation>Kept as evidence.</translation>
    </message>
    <message>
        <source>已重新打开。</source>
        <translation>Open again.</translation>
    </message>
    <message>
        <source>已关闭。</source>
        <translation>Closed.</translation>
    </message>
    <message>
        <source>这张退货单没有检查项「%1」</source>
        <translation>This case has no check &quot;%1&quot;</translation>
    </message>
    <message>
        <source>勾选检查项；CHECK 是检查项的代码，用 case show 查看</source>
        <translation>Tick checks; CHECK is a check's code, which case show tells</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>CHECK...</source>
        <translation>CHECK...</translation>
    </message>
    <message>
        <source>取消勾选检查项</source>
        <translation>Take ticks away</translation>
    </message>
    <message>
        <source>写一条备注，最多 10000 字</source>
        <translation>Write a note of at most 10000 characters</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEXT</translation>
    </message>
    <message>
        <source>照千牛的倒计时设定 STEP 这一步的时限，如 剩余1天3小时；TEXT 留空则回到按规则计算</source>
        <translation>Set the deadline of STEP as Qianniu counts it down; an empty TEXT goes back to the rules</translation>
    </message>
    <message>
        <source>STEP</source>
        <translation>STEP</translation>
    </message>
    <message>
        <source>把文件 FILE 存为凭证</source>
        <translation>Keep the file FILE as evidence</translation>
    </message>
    <message>
        <source>关闭退货单；还有必做的检查项没有勾选时不关闭，一一列出（JSON 里是 open_checks）</source>
        <translation>Close a case; while mandatory checks are open it stays open and they are named (in JSON, open_checks)</translation>
    </message>
    <message>
        <source>重新打开已关闭的退货单，历史都在</source>
        <translation>Open a closed case again, with all its history</translation>
    </message>
    <message>
        <source>已作废。</source>
        <translation>Withdrawn.</translation>
    </message>
    <message>
        <source>作废：买家撤销了，或开错了</source>
        <translation>Withdraw: the buyer gave it up, or it was opened by mistake</translation>
    </message>
    <message>
        <source>已改用现在的清单。</source>
        <translation>Now worked by the present checklist.</translation>
    </message>
    <message>
        <source>改用现在的清单；已经勾选的保留</source>
        <translation>Work a case by the present checklist; its ticks stay</translation>
    </message>
</context>
<context>
    <name>case_export</name>
    <message>
        <source>「%1」的后缀应是 %2</source>
        <translation>The ending of &quot;%1&quot; should be %2</translation>
    </message>
    <message>
        <source>已导出 %1 张退货单。</source>
        <translation>Cases written: %1.</translation>
    </message>
    <message>
        <source>没有退货单可以导出。</source>
        <translation>There is no case to write.</translation>
    </message>
    <message>
        <source>导出一张退货单，或用 --all 导出全部。后缀 .html .pdf 是单据（--all 时是处理中的交接表），.csv .xlsx 是表格，.zip 是一张退货单的证据包</source>
        <translation>Write one case to a file, or all with --all. Endings: .html .pdf for its sheet (with --all the open ones, to hand over), .csv .xlsx for a table, .zip for the evidence of one case</translation>
    </message>
    <message>
        <source>ID|--all FILE</source>
        <translation>ID|--all FILE</translation>
    </message>
    <message>
        <source>导出全部退货单</source>
        <translation>Write all cases</translation>
    </message>
</context>
<context>
    <name>case_grammar</name>
    <message>
        <source>每张退货单输出一行 JSON</source>
        <translation>Print each case as one line of JSON</translation>
    </message>
</context>
<context>
    <name>case_input</name>
    <message>
        <source>备注有 %1 字，最多 %2 字，请分开写</source>
        <translation>The note has %1 characters of at most %2: please write several</translation>
    </message>
    <message>
        <source>备注是空的</source>
        <translation>The note is empty</translation>
    </message>
    <message>
        <source>「%1」应写成 键=值</source>
        <translation>&quot;%1&quot; should be written KEY=VALUE</translation>
    </message>
</context>
<context>
    <name>case_look</name>
    <message>
        <source>没有这样的退货单。</source>
        <translation>There is no such case.</translation>
    </message>
    <message>
        <source>显示一张退货单；买家昵称等打码</source>
        <translation>Show a case; the buyer's nick and the like are masked</translation>
    </message>
    <message>
        <source>列出退货单，最急的在前；一张也没有时退出码是 1</source>
        <translation>List cases, most urgent first; the exit status is 1 if there is none</translation>
    </message>
    <message>
        <source>[QUERY]...</source>
        <translation>[QUERY]...</translation>
    </message>
    <message>
        <source>open 处理中（默认），closed 已关闭，all 全部</source>
        <translation>open (the default), closed, or all of them</translation>
    </message>
    <message>
        <source>只列出已经超时的</source>
        <translation>Only those whose time has run out</translation>
    </message>
    <message>
        <source>最多几张；不写则全部</source>
        <translation>How many at most; all by default</translation>
    </message>
</context>
<context>
    <name>case_set</name>
    <message>
        <source>已修改。</source>
        <translation>Changed.</translation>
    </message>
    <message>
        <source>退款里没有「%1」这一行，现有：%2</source>
        <translation>The refund has no line &quot;%1&quot;; there are: %2</translation>
    </message>
    <message>
        <source>没有「%1」这一项可以修改</source>
        <translation>There is no &quot;%1&quot; to set</translation>
    </message>
    <message>
        <source>修改退货单，如 签收=2026-11-10 标记=+包邮 运费=卖家 refund=60 line.goods.0=50；值留空则清除，或回到按规则计算</source>
        <translation>Change a case, as signed=2026-11-10 flag=+free_shipping payer=seller refund=60 line.goods.0=50; an empty value forgets, or goes back to the rules</translation>
    </message>
    <message>
        <source>键=值...</source>
        <translation>KEY=VALUE...</translation>
    </message>
</context>
<context>
    <name>values</name>
    <message>
        <source>「%1」不是日期，请写成 2026-11-10 或 2026-11-10T14:05</source>
        <translation>&quot;%1&quot; is no date; write 2026-11-10 or 2026-11-10T14:05</translation>
    </message>
    <message>
        <source>有看不见的控制字符，或不完整的字符</source>
        <translation>It has invisible control characters, or halves of characters</translation>
    </message>
</context>
<context>
    <name>written_facts</name>
    <message>
        <source>「%1」不是金额，请写成 86.36，不能是负数</source>
        <translation>&quot;%1&quot; is no amount; write 86.36 (never negative)</translation>
    </message>
    <message>
        <source>「%1」应写成 名称=元</source>
        <translation>&quot;%1&quot; should be written NAME=YUAN</translation>
    </message>
    <message>
        <source>订单里没有商品「%1」，现有：%2</source>
        <translation>The order has no item &quot;%1&quot;; there are: %2</translation>
    </message>
</context>
<context>
    <name>written_kinds</name>
    <message>
        <source>没有「%1」这种退货原因，可以写 %2</source>
        <translation>There is no reason &quot;%1&quot;; known are %2</translation>
    </message>
    <message>
        <source>没有「%1」这种处理结果，可以写 %2</source>
        <translation>There is no outcome &quot;%1&quot;; known are %2</translation>
    </message>
    <message>
        <source>没有「%1」这种责任，可以写 %2</source>
        <translation>&quot;%1&quot; cannot be answerable; known are %2</translation>
    </message>
    <message>
        <source>没有「%1」这种包裹状态，可以写 %2</source>
        <translation>The goods cannot be &quot;%1&quot;; known are %2</translation>
    </message>
    <message>
        <source>没有「%1」这个标记，可以写 %2</source>
        <translation>There is no mark &quot;%1&quot;; known are %2</translation>
    </message>
    <message>
        <source>没有「%1」这种运费承担方，可以写 %2</source>
        <translation>&quot;%1&quot; cannot pay the freight; known are %2</translation>
    </message>
</context>
<context>
    <name>evidence_folder</name>
    <message>
        <source>附件超过 20 MB，没有保存，请压缩或截图后再添加</source>
        <translation>The attachment is larger than 20 MB and was not saved; compress it or take a screenshot instead</translation>
    </message>
</context>
<context>
    <name>return_cases</name>
    <message>
        <source>没看懂这个倒计时，请写成“剩余1天3小时20分”</source>
        <translation>This countdown was not understood; write the time left like 47:59:59</translation>
    </message>
    <message>
        <source>没有可以撤销的操作</source>
        <translation>There is nothing to undo</translation>
    </message>
    <message>
        <source>这张退货单刚在别处改过，不能撤销</source>
        <translation>This return was changed elsewhere just now, so it cannot be undone</translation>
    </message>
</context>
<context>
    <name>case_files</name>
    <message>
        <source>「%1」的后缀不认识，请用 %2</source>
        <translation>The ending of &quot;%1&quot; is not known; use %2</translation>
    </message>
    <message>
        <source>「%1」是正在使用的数据文件，请换个名字</source>
        <translation>&quot;%1&quot; is the data file in use; choose another name</translation>
    </message>
</context>
<context>
    <name>changes</name>
    <message>
        <source>还有 %1 项必做没有勾选，不能关闭</source>
        <translation>%1 mandatory checks are not ticked yet, so it cannot be closed</translation>
    </message>
    <message>
        <source>一张退货单最多 %1 份凭证</source>
        <translation>A return holds at most %1 pieces of evidence</translation>
    </message>
    <message>
        <source>这张退货单没有关闭</source>
        <translation>This return is not closed</translation>
    </message>
    <message>
        <source>这张退货单已关闭，要改请先重新打开</source>
        <translation>This return is closed; reopen it before changing it</translation>
    </message>
    <message>
        <source>没有步骤「%1」</source>
        <translation>There is no step &quot;%1&quot;</translation>
    </message>
    <message>
        <source>退款里没有「%1」这一行</source>
        <translation>The refund has no line &quot;%1&quot;</translation>
    </message>
    <message>
        <source>退款金额不能是负数</source>
        <translation>A refund cannot be negative</translation>
    </message>
    <message>
        <source>金额太大，请核对</source>
        <translation>The amount is too large; please check it</translation>
    </message>
    <message>
        <source>不能超过实付的 %1 元</source>
        <translation>It cannot be more than the %1 yuan that were paid</translation>
    </message>
</context>
<context>
    <name>case_model</name>
    <message>
        <source>尾号 %1</source>
        <translation>…%1</translation>
    </message>
    <message>
        <source>各步已完成，可以关闭</source>
        <translation>All steps done, may be closed</translation>
    </message>
</context>
<context>
    <name>checklist_file</name>
    <message>
        <source>这不是客服台的退货清单文件</source>
        <translation>This is not a return checklist of CS Desk</translation>
    </message>
</context>
<context>
    <name>case_checklist</name>
    <message>
        <source>新退货单用的清单；处理中的退货单不受影响，可用 case move-on 改用</source>
        <translation>The checklist of new cases; open ones keep theirs until case move-on</translation>
    </message>
    <message>
        <source>把清单写成文件 FILE（.json）</source>
        <translation>Write the checklist to the file FILE (.json)</translation>
    </message>
    <message>
        <source>已导出清单 %1。</source>
        <translation>Checklist %1 is written.</translation>
    </message>
    <message>
        <source>改用文件 FILE 里的清单；有错时说明在哪里</source>
        <translation>Begin new cases by the checklist in FILE; faults are told with their place</translation>
    </message>
    <message>
        <source>新退货单改用清单 %1。</source>
        <translation>New cases begin with checklist %1.</translation>
    </message>
    <message>
        <source>改回程序自带的清单</source>
        <translation>Go back to the checklist that comes with the program</translation>
    </message>
</context>
<context>
    <name>case_history_words</name>
    <message>
        <source>改了%1</source>
        <translation>%1 changed</translation>
    </message>
    <message>
        <source>清空%1</source>
        <translation>%1 emptied</translation>
    </message>
    <message>
        <source>%1改回按规则</source>
        <translation>%1 by the rules again</translation>
    </message>
    <message>
        <source>包裹状态</source>
        <translation>Parcel</translation>
    </message>
    <message>
        <source>订单商品</source>
        <translation>Goods of the order</translation>
    </message>
    <message>
        <source>要退的商品</source>
        <translation>Goods to be returned</translation>
    </message>
    <message>
        <source>运费承担方</source>
        <translation>Freight payer</translation>
    </message>
    <message>
        <source>应退总额</source>
        <translation>Refund in all</translation>
    </message>
    <message>
        <source>优惠券和积分</source>
        <translation>Coupons and points</translation>
    </message>
    <message>
        <source>开单</source>
        <translation>opened</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Withdrawn</translation>
    </message>
</context>
</TS>
