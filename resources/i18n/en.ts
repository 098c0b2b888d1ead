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
    <name>BodyEditor</name>
    <message>
        <source>内容</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>写给买家的话；输入 { 可以插入占位符</source>
        <translation>What the buyer gets; type { to insert a placeholder</translation>
    </message>
</context>
<context>
    <name>BodyPreview</name>
    <message>
        <source>%1 字</source>
        <translation>%1 characters</translation>
    </message>
    <message>
        <source>预览的店铺</source>
        <translation>Shop of the preview</translation>
    </message>
    <message>
        <source>（剪贴板里的文字）</source>
        <translation>(text on the clipboard)</translation>
    </message>
    <message>
        <source>（还没有店铺名）</source>
        <translation>(no shop name yet)</translation>
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
    <name>ColumnRequests</name>
    <message>
        <source>未分组</source>
        <translation>No group</translation>
    </message>
    <message>
        <source>新分组</source>
        <translation>New group</translation>
    </message>
    <message>
        <source>最上层</source>
        <translation>Top level</translation>
    </message>
    <message>
        <source>移到哪个分组下面？</source>
        <translation>Move below which group?</translation>
    </message>
    <message>
        <source>移到哪个分组？</source>
        <translation>Move to which group?</translation>
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
    <message>
        <source>话术库…</source>
        <translation>Reply library…</translation>
    </message>
    <message>
        <source>话术库更新</source>
        <translation>What is new in the library</translation>
    </message>
</context>
<context>
    <name>DeskPages</name>
    <message>
        <source>上次看过以后，话术库没有更新</source>
        <translation>The library was not updated since you last looked</translation>
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
    <name>DiagnosisList</name>
    <message>
        <source>占位符的问题</source>
        <translation>What is odd about placeholders</translation>
    </message>
    <message>
        <source>还有 %1 处，按 F8 逐个去看</source>
        <translation>%1 more; F8 goes through them</translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message>
        <source>我的</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>文件里的</source>
        <translation>The file's</translation>
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
    <name>Editing</name>
    <message>
        <source>已去掉一种语气</source>
        <translation>Tone removed</translation>
    </message>
    <message>
        <source>已放弃「%1」的修改</source>
        <translation>Changes to &quot;%1&quot; discarded</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>没有保存：%1。</source>
        <translation>Not saved: %1.</translation>
    </message>
</context>
<context>
    <name>EditionComparison</name>
    <message>
        <source>不同的话术</source>
        <translation>Replies that differ</translation>
    </message>
    <message>
        <source>这一版</source>
        <translation>This version</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>和现在完全一样</source>
        <translation>Just the same as now</translation>
    </message>
    <message>
        <source>新增 %1 条</source>
        <translation>%1 new</translation>
    </message>
    <message>
        <source>改动 %1 条</source>
        <translation>%1 changed</translation>
    </message>
    <message>
        <source>删掉 %1 条</source>
        <translation>%1 deleted</translation>
    </message>
    <message>
        <source>这一版之后：</source>
        <translation>Since this version: </translation>
    </message>
    <message>
        <source>这个版本的内容已经不在了</source>
        <translation>The content of this version is no longer kept</translation>
    </message>
    <message>
        <source>后来新增</source>
        <translation>Added since</translation>
    </message>
    <message>
        <source>后来删掉</source>
        <translation>Deleted since</translation>
    </message>
    <message>
        <source>后来改动</source>
        <translation>Changed since</translation>
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
    <name>ExportPage</name>
    <message>
        <source>已把 %1 条话术写到「%2」</source>
        <translation>Replies written to &quot;%2&quot;: %1</translation>
    </message>
    <message>
        <source>带上退货清单</source>
        <translation>Enclose the return checklist</translation>
    </message>
    <message>
        <source>带上规则</source>
        <translation>Enclose the rules</translation>
    </message>
    <message>
        <source>全部话术（%1 条）</source>
        <translation>All replies (%1)</translation>
    </message>
    <message>
        <source>话术库是空的，没有可以导出的</source>
        <translation>The library is empty; there is nothing to export</translation>
    </message>
    <message>
        <source>导出哪些</source>
        <translation>What to export</translation>
    </message>
    <message>
        <source>%1（%2 条）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>没有写进去</source>
        <translation>Not written</translation>
    </message>
    <message>
        <source>丢了一部分</source>
        <translation>Lost in part</translation>
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
    <name>GroupBox</name>
    <message>
        <source>未分组；下级用 / 隔开</source>
        <translation>No group; / parts levels</translation>
    </message>
</context>
<context>
    <name>GroupChoice</name>
    <message>
        <source>找分组，或输入新的，下级用 / 隔开</source>
        <translation>Find a group or type a new one; / parts levels</translation>
    </message>
</context>
<context>
    <name>GroupModel</name>
    <message>
        <source>%1，%2 条</source>
        <translation>%1, replies: %2</translation>
    </message>
</context>
<context>
    <name>GroupTree</name>
    <message>
        <source>删除分组</source>
        <translation>Delete group</translation>
    </message>
    <message>
        <source>改名</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>新建分组</source>
        <translation>New group</translation>
    </message>
    <message>
        <source>移到别的分组下…</source>
        <translation>Move below another group…</translation>
    </message>
    <message>
        <source>在「%1」下新建分组</source>
        <translation>New group under &quot;%1&quot;</translation>
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
    <name>ImportHead</name>
    <message>
        <source>自动识别</source>
        <translation>Find out</translation>
    </message>
    <message>
        <source>文字编码</source>
        <translation>Encoding</translation>
    </message>
    <message>
        <source>自动（%1）</source>
        <translation>Found: %1</translation>
    </message>
    <message>
        <source>换一个文件…</source>
        <translation>Another file…</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>版本 %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>请留意</source>
        <translation>Please note</translation>
    </message>
    <message>
        <source>开头读作：%1</source>
        <translation>Begins with: %1</translation>
    </message>
</context>
<context>
    <name>ImportList</name>
    <message>
        <source>要导入的话术</source>
        <translation>Replies to import</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>什么都没有导入。请看看文件是否完整，也可以换一种格式或编码再读一次。</source>
        <translation>Nothing was imported. Check that the file is complete, or read it again in another format or encoding.</translation>
    </message>
    <message>
        <source>选一个话术文件，先看看会改动什么，再决定导入哪些</source>
        <translation>Choose a file of replies, see what it would change, then decide what to import</translation>
    </message>
    <message>
        <source>认得客服台话术库、千牛快捷短语、Excel 和 CSV 表格、QuickText、espanso、Beeftext、TextExpander。</source>
        <translation>Reads CS Desk libraries, Qianniu quick phrases, Excel and CSV tables, QuickText, espanso, Beeftext and TextExpander.</translation>
    </message>
    <message>
        <source>选择文件…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>一并使用文件里的退货清单</source>
        <translation>Use the file's return checklist too</translation>
    </message>
    <message>
        <source>一并使用文件里的规则</source>
        <translation>Use the file's rules too</translation>
    </message>
    <message>
        <source>话术文件</source>
        <translation>Files of replies</translation>
    </message>
    <message>
        <source>什么都没有导入。</source>
        <translation>Nothing was imported.</translation>
    </message>
    <message>
        <source>正在导入…</source>
        <translation>Importing…</translation>
    </message>
    <message>
        <source>话术库刚在别处改过，没有导入。已重新比对，请看过再导入。</source>
        <translation>The library was changed elsewhere just now; nothing was imported. It is compared anew: please look before importing.</translation>
    </message>
    <message>
        <source>上一个文件还没有处理完</source>
        <translation>The file before is still being worked on</translation>
    </message>
    <message>
        <source>正在读「%1」…</source>
        <translation>Reading &quot;%1&quot;…</translation>
    </message>
    <message>
        <source>已取消</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>没有要导入的话术</source>
        <translation>No replies to import</translation>
    </message>
    <message>
        <source>已取消导入，什么都没有改动</source>
        <translation>Import cancelled; nothing was changed</translation>
    </message>
    <message>
        <source>话术库改过了，已重新比对</source>
        <translation>The library has changed; the file was compared again</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>全部：</source>
        <translation>All: </translation>
    </message>
    <message>
        <source>话术的种类</source>
        <translation>Kinds of replies</translation>
    </message>
    <message>
        <source>1 2 3 或 ← → 选择</source>
        <translation>1 2 3 or ← → to choose</translation>
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
    <name>LibraryChanges</name>
    <message>
        <source>分组「%1」现在是「%2」</source>
        <translation>Group &quot;%1&quot; is now &quot;%2&quot;</translation>
    </message>
    <message>
        <source>已保存占位符「%1」</source>
        <translation>Placeholder &quot;%1&quot; saved</translation>
    </message>
    <message>
        <source>已删除 %1 条话术</source>
        <translation>%1 replies deleted</translation>
    </message>
    <message>
        <source>已删除分组「%1」</source>
        <translation>Group &quot;%1&quot; deleted</translation>
    </message>
    <message>
        <source>已删除分组「%1」，%2 条话术进了回收站</source>
        <translation>Group &quot;%1&quot; deleted; %2 replies are in the trash</translation>
    </message>
    <message>
        <source>已删除占位符「%1」</source>
        <translation>Placeholder &quot;%1&quot; deleted</translation>
    </message>
    <message>
        <source>已加标签「%1」：%2 条</source>
        <translation>Tag &quot;%1&quot; added, replies: %2</translation>
    </message>
    <message>
        <source>已去掉标签「%1」：%2 条</source>
        <translation>Tag &quot;%1&quot; removed, replies: %2</translation>
    </message>
    <message>
        <source>已复制 %1 条话术</source>
        <translation>%1 replies copied</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>已撤销：%1</source>
        <translation>Undone: %1</translation>
    </message>
    <message>
        <source>已新建分组「%1」</source>
        <translation>Group &quot;%1&quot; added</translation>
    </message>
    <message>
        <source>已移到「%1」：%2 条</source>
        <translation>Moved to &quot;%1&quot;, replies: %2</translation>
    </message>
    <message>
        <source>已重做：%1</source>
        <translation>Done again: %1</translation>
    </message>
</context>
<context>
    <name>LibraryDoor</name>
    <message>
        <source>回到以前的版本</source>
        <translation>Back to an earlier version</translation>
    </message>
    <message>
        <source>这个文件里的话术都已经有了，什么都没有改动</source>
        <translation>All replies in this file are here already; nothing was changed</translation>
    </message>
    <message>
        <source>撤销导入</source>
        <translation>Undo the import</translation>
    </message>
    <message>
        <source>已导入 %1 条，移走 %2 条；导入前已备份</source>
        <translation>%1 replies imported, %2 moved out; backed up before</translation>
    </message>
    <message>
        <source>已导入 %1 条；导入前已备份</source>
        <translation>%1 replies imported; backed up before</translation>
    </message>
    <message>
        <source>话术库已回到这一版</source>
        <translation>The library is back at this version</translation>
    </message>
    <message>
        <source>已换上文件里的退货清单和规则；导入前已备份</source>
        <translation>The checklist and the rules of the file are in use now; a backup was made before</translation>
    </message>
</context>
<context>
    <name>LibraryHead</name>
    <message>
        <source>%1 条</source>
        <translation>Replies: %1</translation>
    </message>
    <message>
        <source>发布…</source>
        <translation>Release…</translation>
    </message>
    <message>
        <source>回收站</source>
        <translation>Trash</translation>
    </message>
    <message>
        <source>新建话术</source>
        <translation>New reply</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
</context>
<context>
    <name>LibraryWindow</name>
    <message>
        <source>已保存「%1」</source>
        <translation>&quot;%1&quot; saved</translation>
    </message>
    <message>
        <source>选一条话术来看和改
或按 Ctrl+N 新建</source>
        <translation>Choose a reply to read and edit it
or press Ctrl+N for a new one</translation>
    </message>
    <message>
        <source>已保存「%1」，还有 %2 处提示</source>
        <translation>Saved &quot;%1&quot;; hints left: %2</translation>
    </message>
</context>
<context>
    <name>NameCompletion</name>
    <message>
        <source>可用的占位符</source>
        <translation>Placeholders to insert</translation>
    </message>
</context>
<context>
    <name>NewsEntry</name>
    <message>
        <source>原来：</source>
        <translation>Was: </translation>
    </message>
    <message>
        <source>现在：</source>
        <translation>Now: </translation>
    </message>
</context>
<context>
    <name>NewsPage</name>
    <message>
        <source>话术库有更新</source>
        <translation>The library has news</translation>
    </message>
    <message>
        <source>不再用 %1 条</source>
        <translation>%1 gone</translation>
    </message>
    <message>
        <source>还有 %1 条，请直接搜索</source>
        <translation>%1 more; search for them</translation>
    </message>
</context>
<context>
    <name>NewsTeller</name>
    <message>
        <source>查看 Alt+Z</source>
        <translation>Show Alt+Z</translation>
    </message>
    <message>
        <source>新增 %1</source>
        <translation>new %1</translation>
    </message>
    <message>
        <source>改动 %1</source>
        <translation>changed %1</translation>
    </message>
    <message>
        <source>不再用 %1</source>
        <translation>removed %1</translation>
    </message>
    <message>
        <source>话术库有更新：%1</source>
        <translation>The library was updated: %1</translation>
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
    <name>PlaceholderForm</name>
    <message>
        <source>如 收货城市</source>
        <translation>such as city</translation>
    </message>
    <message>
        <source>必填，没有值就不能复制</source>
        <translation>Required: no copy without a value</translation>
    </message>
    <message>
        <source>是买家的个人信息，不留在剪贴板历史里</source>
        <translation>Personal: kept out of clipboard history</translation>
    </message>
    <message>
        <source>是对买家的承诺或期限，不能是过去</source>
        <translation>A promise or deadline: may not be past</translation>
    </message>
    <message>
        <source>用顿号隔开</source>
        <translation>Part them by commas</translation>
    </message>
    <message>
        <source>示例</source>
        <translation>Example</translation>
    </message>
    <message>
        <source>谁来填</source>
        <translation>Filled by</translation>
    </message>
</context>
<context>
    <name>PlaceholderPage</name>
    <message>
        <source>个人信息</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>已经有叫「%1」的占位符</source>
        <translation>There is a placeholder &quot;%1&quot; already</translation>
    </message>
    <message>
        <source>承诺</source>
        <translation>Promise</translation>
    </message>
    <message>
        <source>新的占位符</source>
        <translation>New placeholder</translation>
    </message>
    <message>
        <source>用在 %1 条话术里：%2</source>
        <translation>Used by %1 replies: %2</translation>
    </message>
    <message>
        <source>用在</source>
        <translation>Used by</translation>
    </message>
    <message>
        <source>还没有名称</source>
        <translation>No name yet</translation>
    </message>
    <message>
        <source>还没有话术用到它</source>
        <translation>No reply uses it yet</translation>
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
    <name>PublishForm</name>
    <message>
        <source>发布</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>不发布了</source>
        <translation>Do not publish</translation>
    </message>
    <message>
        <source>这一版改了什么，客服看了就知道</source>
        <translation>What has changed, for the agents to read</translation>
    </message>
    <message>
        <source>可以不填，如 2026-12-01</source>
        <translation>Optional, as 2026-12-01</translation>
    </message>
    <message>
        <source>更新说明</source>
        <translation>Release notes</translation>
    </message>
    <message>
        <source>从哪天起用</source>
        <translation>Valid from</translation>
    </message>
    <message>
        <source>用到哪天</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>发布人</source>
        <translation>Publisher</translation>
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
    <name>ReleasePage</name>
    <message>
        <source>发布新版…</source>
        <translation>New release…</translation>
    </message>
    <message>
        <source>话术库的版本</source>
        <translation>Versions of the library</translation>
    </message>
    <message>
        <source>回到这一版</source>
        <translation>Go back to this version</translation>
    </message>
    <message>
        <source>还没有版本
发布以后，客服会看到改了什么，以后也能回到这一版</source>
        <translation>No versions yet
After a release agents see what has changed, and there is a way back to it</translation>
    </message>
    <message>
        <source>已发布%1</source>
        <translation>Published: %1</translation>
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
    <name>SeveralPage</name>
    <message>
        <source>加上</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>加标签</source>
        <translation>Add tags</translation>
    </message>
    <message>
        <source>去掉</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>去掉标签</source>
        <translation>Remove tag</translation>
    </message>
    <message>
        <source>复制一份</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>已选 %1 条话术</source>
        <translation>%1 replies chosen</translation>
    </message>
    <message>
        <source>移到分组</source>
        <translation>Move to group</translation>
    </message>
    <message>
        <source>移过去</source>
        <translation>Move</translation>
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
    <name>TemplateDelegate</name>
    <message>
        <source>编码重复</source>
        <translation>Code taken</translation>
    </message>
    <message>
        <source>（没有标题）</source>
        <translation>(no title)</translation>
    </message>
</context>
<context>
    <name>TemplateEditor</name>
    <message>
        <source>● 未保存，已留草稿</source>
        <translation>● Not saved; kept as a draft</translation>
    </message>
    <message>
        <source>保存  Ctrl+S</source>
        <translation>Save  Ctrl+S</translation>
    </message>
    <message>
        <source>内容是空的</source>
        <translation>The text is empty</translation>
    </message>
    <message>
        <source>新话术，还没有保存</source>
        <translation>New reply, not saved yet</translation>
    </message>
    <message>
        <source>每种语气要有自己的名称</source>
        <translation>Every tone needs a name of its own</translation>
    </message>
    <message>
        <source>用我的</source>
        <translation>Use mine</translation>
    </message>
    <message>
        <source>还没有标题</source>
        <translation>There is no title yet</translation>
    </message>
    <message>
        <source>这条话术刚在别处改过；放弃修改可以看到现在的内容</source>
        <translation>This reply was changed elsewhere; discard your changes to see it as it is now</translation>
    </message>
</context>
<context>
    <name>TemplateFields</name>
    <message>
        <source>买家会怎么问，用顿号隔开</source>
        <translation>How buyers ask, parted by commas</translation>
    </message>
    <message>
        <source>只给客服看，不会复制给买家</source>
        <translation>For agents only; never copied to a buyer</translation>
    </message>
    <message>
        <source>如 wfh</source>
        <translation>such as wfh</translation>
    </message>
    <message>
        <source>标题，如：还没发货</source>
        <translation>Title, such as: Not shipped yet</translation>
    </message>
    <message>
        <source>编码和「%1」重复，输入编码时会出现两条</source>
        <translation>&quot;%1&quot; has this code too; typing it will find both</translation>
    </message>
</context>
<context>
    <name>TemplateList</name>
    <message>
        <source>%1 条，已选 %2 条</source>
        <translation>Replies: %1, chosen: %2</translation>
    </message>
    <message>
        <source>加标签…</source>
        <translation>Add tags…</translation>
    </message>
    <message>
        <source>没有未分组的话术</source>
        <translation>Every reply has a group</translation>
    </message>
    <message>
        <source>没有结果：「%1」
按 Esc 清空筛选</source>
        <translation>Nothing found: &quot;%1&quot;
Esc clears the filter</translation>
    </message>
    <message>
        <source>移到分组…</source>
        <translation>Move to group…</translation>
    </message>
    <message>
        <source>筛选标题、编码、内容  Ctrl+F</source>
        <translation>Filter by title, code, text  Ctrl+F</translation>
    </message>
    <message>
        <source>筛选话术</source>
        <translation>Filter replies</translation>
    </message>
    <message>
        <source>话术库是空的
按 Ctrl+N 写第一条，或从文件导入</source>
        <translation>The library is empty
Ctrl+N writes the first reply, or import a file</translation>
    </message>
    <message>
        <source>空分组
按 Ctrl+N 新建，或把话术拖到这个分组</source>
        <translation>Empty group
Ctrl+N writes a reply, or drag replies onto this group</translation>
    </message>
</context>
<context>
    <name>TemplateView</name>
    <message>
        <source>%1 条：%2…</source>
        <translation>%1 replies: %2…</translation>
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
    <name>ToneTabs</name>
    <message>
        <source>加一种语气</source>
        <translation>Add tone</translation>
    </message>
    <message>
        <source>去掉这种</source>
        <translation>Remove tone</translation>
    </message>
    <message>
        <source>占位符有问题</source>
        <translation>A placeholder is odd</translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message>
        <source>删除的话术</source>
        <translation>Deleted replies</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>搜索删除的话术</source>
        <translation>Search deleted replies</translation>
    </message>
    <message>
        <source>%1 删除</source>
        <translation>Deleted %1</translation>
    </message>
    <message>
        <source>将在 %1 彻底删除</source>
        <translation>gone for good on %1</translation>
    </message>
    <message>
        <source>彻底删除…</source>
        <translation>Delete for good…</translation>
    </message>
    <message>
        <source>确定彻底删除 %1 条，不能撤销</source>
        <translation>Really delete %1 for good, without undo</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>回收站是空的
删除的话术会在这里保留 30 天</source>
        <translation>The trash is empty
Deleted replies are kept here for 30 days</translation>
    </message>
    <message>
        <source>恢复 %1 条</source>
        <translation>Restore %1</translation>
    </message>
    <message>
        <source>彻底删除 %1 条…</source>
        <translation>Delete %1 for good…</translation>
    </message>
    <message>
        <source>已恢复 %1 条话术</source>
        <translation>Replies restored: %1</translation>
    </message>
    <message>
        <source>已彻底删除 %1 条话术</source>
        <translation>Replies deleted for good: %1</translation>
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
        <translation>Placeholder</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>「%1」的语气</source>
        <translation>tone of &quot;%1&quot;</translation>
    </message>
    <message>
        <source>sha256</source>
        <translation>sha256</translation>
    </message>
    <message>
        <source>内容和文件里写的校验值对不上，可能被改过</source>
        <translation>The content does not match the checksum in the file; it may have been changed</translation>
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
    <message>
        <source>JSON 里没有 NaN 和 Infinity 这样的数值</source>
        <translation>JSON has no numbers such as NaN and Infinity</translation>
    </message>
    <message>
        <source>不能有「%1」</source>
        <translation>must not contain &quot;%1&quot;</translation>
    </message>
    <message>
        <source>不能有换行或制表符</source>
        <translation>must not contain line breaks or tabs</translation>
    </message>
    <message>
        <source>含有控制字符 %1（第 %2 个字）</source>
        <translation>contains the control character %1 (character %2)</translation>
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
    <message>
        <source>有阻止的违规提示，没有输出也没有复制。确认要用请加 --allow-findings。</source>
        <translation>A finding blocks this reply: it was neither printed nor copied. To use it all the same, add --allow-findings.</translation>
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
    <message>
        <source>已取消，什么都没有改动。</source>
        <translation>Cancelled; nothing was changed.</translation>
    </message>
    <message>
        <source>「%1」不是日期格式；认识的字母有 %2</source>
        <translation>&quot;%1&quot; is no date format; the letters that count are %2</translation>
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
    <message>
        <source>规则</source>
        <translation>rules</translation>
    </message>
    <message>
        <source>话术库版本</source>
        <translation>version of the library</translation>
    </message>
    <message>
        <source>已删除的话术</source>
        <translation>deleted reply</translation>
    </message>
    <message>
        <source>话术草稿</source>
        <translation>draft of a reply</translation>
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
    <message>
        <source>不支持「%1」这种编码，能用的有：%2</source>
        <translation>the encoding &quot;%1&quot; is not supported; these are: %2</translation>
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
<context>
    <name>assembling</name>
    <message>
        <source>占位符「%1」</source>
        <translation>Placeholder &quot;%1&quot;</translation>
    </message>
    <message>
        <source>和%1完全相同</source>
        <translation>Exactly the same as %1</translation>
    </message>
    <message>
        <source>定义不合要求，没有保留，按普通文字填写</source>
        <translation>Its definition is not valid and was not kept; it is filled in as plain text</translation>
    </message>
    <message>
        <source>编号「%1」前面已经有了，另给一个</source>
        <translation>The id &quot;%1&quot; is already in use above; it got a new one</translation>
    </message>
    <message>
        <source>编码「%1」已经给了%2</source>
        <translation>The code &quot;%1&quot; already belongs to %2</translation>
    </message>
    <message>
        <source>超过 %1 条话术，请分成几个文件</source>
        <translation>More than %1 replies; please split them into several files</translation>
    </message>
    <message>
        <source>「%1」的语气「%2」前面已经有了，这一行成了单独的话术</source>
        <translation>&quot;%1&quot; already has the tone &quot;%2&quot; above; this row became a reply of its own</translation>
    </message>
    <message>
        <source>编码「%1」重复，%2已经有了</source>
        <translation>Duplicate code &quot;%1&quot;: already at %2</translation>
    </message>
</context>
<context>
    <name>beeftext</name>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>没有内容</source>
        <translation>There is no text</translation>
    </message>
    <message>
        <source>第 %1 行</source>
        <translation>Line %1</translation>
    </message>
    <message>
        <source>不是一条话术</source>
        <translation>This is not a reply</translation>
    </message>
    <message>
        <source>在 Beeftext 里是停用的，导入后可以使用</source>
        <translation>It is disabled in Beeftext; once imported it can be used</translation>
    </message>
    <message>
        <source>内容是 HTML，记号按文字保留</source>
        <translation>The content is HTML; its marks were kept as text</translation>
    </message>
    <message>
        <source>应有 %1 列，现在是 %2 列</source>
        <translation>There should be %1 columns, but there are %2</translation>
    </message>
    <message>
        <source>这不是 Beeftext 的文件：没有 combos</source>
        <translation>This is no Beeftext file: it has no combos</translation>
    </message>
    <message>
        <source>由更新版本的 Beeftext 写成（格式 %1），只认得格式 %2 及以前的内容</source>
        <translation>Written by a newer Beeftext (format %1); only what format %2 knows is understood</translation>
    </message>
</context>
<context>
    <name>file_content</name>
    <message>
        <source>不支持「%1」这种编码</source>
        <translation>The encoding &quot;%1&quot; is not supported</translation>
    </message>
    <message>
        <source>有坏掉的文字</source>
        <translation>Some of the text is damaged</translation>
    </message>
    <message>
        <source>第 %1 行不是 %2 编码的文字，请换一种编码</source>
        <translation>Line %1 is not text in %2; please choose another encoding</translation>
    </message>
    <message>
        <source>这个文件不是 %1 编码的文字</source>
        <translation>This file is not text in %1</translation>
    </message>
    <message>
        <source>这不是普通的文件，是管道或设备</source>
        <translation>this is a pipe or a device, not a regular file</translation>
    </message>
</context>
<context>
    <name>found_texts</name>
    <message>
        <source>%1%2，没有保留</source>
        <translation>%1: %2; not kept</translation>
    </message>
    <message>
        <source>%1超过 %2 个字符，没有保留</source>
        <translation>%1 is longer than %2 characters; not kept</translation>
    </message>
    <message>
        <source>含有看不见的控制字符，已去掉</source>
        <translation>Invisible control characters were removed</translation>
    </message>
    <message>
        <source>标签超过 %1 个，后面的没有保留</source>
        <translation>More than %1 tags; the rest were not kept</translation>
    </message>
    <message>
        <source>标题超过 %1 个字符，后面的部分没有保留</source>
        <translation>The title is longer than %1 characters; the rest of it was not kept</translation>
    </message>
    <message>
        <source>正文是空的</source>
        <translation>The text is empty</translation>
    </message>
    <message>
        <source>正文有 %1 个字符，超过了上限 %2 个</source>
        <translation>The text has %1 characters, more than the limit of %2</translation>
    </message>
</context>
<context>
    <name>template_faults</name>
    <message>
        <source>提示</source>
        <translation>Hint</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>分组名</source>
        <translation>Group name</translation>
    </message>
    <message>
        <source>语气名称</source>
        <translation>Tone name</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>发布者</source>
        <translation>Publisher</translation>
    </message>
    <message>
        <source>默认值</source>
        <translation>Default</translation>
    </message>
    <message>
        <source>选项内容</source>
        <translation>Choice</translation>
    </message>
    <message>
        <source>「%1」不能当占位符的名称：它要能写在一对花括号里，又不是日期、片段这类词</source>
        <translation>&quot;%1&quot; cannot be the name of a placeholder: it must fit in a pair of braces and be none of the words for dates, snippets and the like</translation>
    </message>
    <message>
        <source>最多字数要在 1 到 %1 之间</source>
        <translation>The most characters must be between 1 and %1</translation>
    </message>
    <message>
        <source>有效期要写成 2026-12-01 这样的日期</source>
        <translation>Write the days of validity like 2026-12-01</translation>
    </message>
    <message>
        <source>%1还没有写</source>
        <translation>The %1 is empty</translation>
    </message>
    <message>
        <source>%1里有换行或看不见的控制字符，请删掉再保存</source>
        <translation>The %1 has a line break or an invisible control character; delete it, then save</translation>
    </message>
    <message>
        <source>%1里有看不见的控制字符，请删掉再保存</source>
        <translation>The %1 has an invisible control character; delete it, then save</translation>
    </message>
    <message>
        <source>%1太长了，最多 %2 个字</source>
        <translation>The %1 is too long: %2 characters at most</translation>
    </message>
    <message>
        <source>%1太多了，最多 %2 个</source>
        <translation>Too many (%1): %2 at most</translation>
    </message>
    <message>
        <source>语气太多了，最多 %1 个</source>
        <translation>Too many tones: %1 at most</translation>
    </message>
    <message>
        <source>换成这个名称，「%1」的正文就太长了</source>
        <translation>With this name, the text of &quot;%1&quot; would be too long</translation>
    </message>
    <message>
        <source>有效期的最后一天不能早于第一天</source>
        <translation>The last day of validity cannot be before the first</translation>
    </message>
    <message>
        <source>每种语气都要有名称</source>
        <translation>Every tone needs a name</translation>
    </message>
    <message>
        <source>语气「%1」写了两遍</source>
        <translation>The tone &quot;%1&quot; is there twice</translation>
    </message>
    <message>
        <source>语气「%1」还没有正文</source>
        <translation>The tone &quot;%1&quot; has no text yet</translation>
    </message>
</context>
<context>
    <name>json_tree</name>
    <message>
        <source>「%1」在同一处写了两次</source>
        <translation>&quot;%1&quot; stands twice in the same place</translation>
    </message>
    <message>
        <source>内容太零碎，没有话术库会这样</source>
        <translation>It has far too many small parts for a library of replies</translation>
    </message>
</context>
<context>
    <name>library_formats</name>
    <message>
        <source>Beeftext 短语</source>
        <translation>Beeftext snippets</translation>
    </message>
    <message>
        <source>CSV 表格</source>
        <translation>CSV table</translation>
    </message>
    <message>
        <source>Excel 表格（.xlsx）</source>
        <translation>Excel workbook (.xlsx)</translation>
    </message>
    <message>
        <source>QuickText 短语</source>
        <translation>QuickText snippets</translation>
    </message>
    <message>
        <source>TextExpander 短语</source>
        <translation>TextExpander snippets</translation>
    </message>
    <message>
        <source>espanso 配置</source>
        <translation>espanso configuration</translation>
    </message>
    <message>
        <source>千牛快捷短语</source>
        <translation>Qianniu quick phrases</translation>
    </message>
    <message>
        <source>客服台话术库</source>
        <translation>CS Desk library</translation>
    </message>
</context>
<context>
    <name>library_reading</name>
    <message>
        <source>%1、%2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>文件名</source>
        <translation>File name</translation>
    </message>
    <message>
        <source>文件名以 %1 结尾，内容却是%2，已按内容读取</source>
        <translation>The name ends in %1, but the content is %2; it was read by its content</translation>
    </message>
    <message>
        <source>认不出这是什么文件，能读的有：%1</source>
        <translation>This is no file we know. We can read: %1</translation>
    </message>
</context>
<context>
    <name>library_writing</name>
    <message>
        <source>不能导出成 %1 格式，只能导入</source>
        <translation>The format %1 can only be imported, not exported</translation>
    </message>
    <message>
        <source>这种格式放不下，只有 .csdesk 文件能带上</source>
        <translation>This format cannot hold it; only a .csdesk file can</translation>
    </message>
</context>
<context>
    <name>text_cleaning</name>
    <message>
        <source>含有改变文字方向的隐藏字符，已去掉</source>
        <translation>Hidden characters that change the direction of text were removed</translation>
    </message>
</context>
<context>
    <name>delimited_text</name>
    <message>
        <source>第 %1 行读不出来：单元格太长，或引号没有成对</source>
        <translation>Row %1 cannot be read: a cell is too long, or a quotation mark has no partner</translation>
    </message>
    <message>
        <source>从第 %1 行起有一个引号没有结束，文件可能不完整</source>
        <translation>A quotation mark opened in row %1 is never closed; the file may be incomplete</translation>
    </message>
</context>
<context>
    <name>losses</name>
    <message>
        <source>这种文件只有话术：占位符的定义和空的分组没有写进去，要带走请用 .csdesk</source>
        <translation>This kind of file holds replies only: definitions of placeholders and empty groups were not written; use .csdesk to take them along</translation>
    </message>
    <message>
        <source>「%1」等 %2 条</source>
        <translation>&quot;%1&quot; and others, %2 in all</translation>
    </message>
    <message>
        <source>整个文件</source>
        <translation>The whole file</translation>
    </message>
</context>
<context>
    <name>qianniu</name>
    <message>
        <source>千牛的短语没有标题，再导入时取正文的第一句</source>
        <translation>Phrases of Qianniu have no title; importing them again takes the first sentence of the text</translation>
    </message>
    <message>
        <source>标签没有写进去</source>
        <translation>The tags were not written</translation>
    </message>
    <message>
        <source>给客服的提示没有写进去</source>
        <translation>The hints for agents were not written</translation>
    </message>
    <message>
        <source>语气没有写进去</source>
        <translation>The tone was not written</translation>
    </message>
    <message>
        <source>各种语气写成了单独的几条，后面的没有编码</source>
        <translation>Each tone was written as a phrase of its own; only the first has the code</translation>
    </message>
    <message>
        <source>千牛的分组只有一级，整个路径写成了一个组名</source>
        <translation>Groups of Qianniu have one level; the whole path was written as one name</translation>
    </message>
    <message>
        <source>再导入时会算作没有分组</source>
        <translation>Importing it again takes this for no group</translation>
    </message>
    <message>
        <source>正文里的「&amp;#44;」「&amp;#13;」在千牛里是逗号和换行</source>
        <translation>&amp;#44; and &amp;#13; in the text mean a comma and a line break in Qianniu</translation>
    </message>
    <message>
        <source>正文最后的换行在再导入时会去掉</source>
        <translation>Importing it again drops the line breaks at the end of the text</translation>
    </message>
    <message>
        <source>编码和正文都相同的有几条，再导入时只算一条</source>
        <translation>Several have the same code and text; importing them again keeps one</translation>
    </message>
</context>
<context>
    <name>qianniu_dump</name>
    <message>
        <source>图片没有导入</source>
        <translation>The picture was not imported</translation>
    </message>
</context>
<context>
    <name>sheet_xlsx</name>
    <message>
        <source>工作表「%1」</source>
        <translation>Sheet &quot;%1&quot;</translation>
    </message>
    <message>
        <source>各张工作表的列不一样，更新已有的话术时只看每张都有的列</source>
        <translation>The sheets have different columns; replies that are already here are updated only from columns that every sheet has</translation>
    </message>
    <message>
        <source>有 %1 行是隐藏的，也导入了</source>
        <translation>Hidden rows that were imported, too: %1</translation>
    </message>
    <message>
        <source>没有编码、标题和分组，这一张没有导入</source>
        <translation>This sheet has neither codes nor titles nor groups and was not imported</translation>
    </message>
    <message>
        <source>这一张是隐藏的，也导入了</source>
        <translation>This sheet is hidden; it was imported, too</translation>
    </message>
    <message>
        <source>这一张是隐藏的，没有导入</source>
        <translation>This sheet is hidden and was not imported</translation>
    </message>
</context>
<context>
    <name>table_of_library</name>
    <message>
        <source>标签里有顿号、逗号或分号，再导入时会拆成几个</source>
        <translation>A tag holds a comma or semicolon; importing it again splits it</translation>
    </message>
    <message>
        <source>编号不是通用的格式，再导入时按编码或标题来认</source>
        <translation>Its id is not a UUID; importing it again goes by code or title</translation>
    </message>
    <message>
        <source>表格里没有的字段（如主题）没有写进去</source>
        <translation>Fields without a column, such as the theme, were not written</translation>
    </message>
</context>
<context>
    <name>table_replies</name>
    <message>
        <source>前 %1 行里找不到表头：要有一列叫「内容」（或「快捷短语」「话术」「content」），还可以有「编码」「标题」「分组」「标签」「语气」「提示」，顺序不限</source>
        <translation>No column names in the first %1 rows: one column must be called &quot;content&quot; (or &quot;body&quot;, &quot;text&quot;); there may be &quot;code&quot;, &quot;title&quot;, &quot;group&quot;, &quot;tags&quot;, &quot;tone&quot; and &quot;note&quot;, in any order</translation>
    </message>
    <message>
        <source>「%1」像是被 Excel 改过的长数字，后几位可能已经丢失</source>
        <translation>&quot;%1&quot; looks like a long number that Excel changed; its last digits may be lost</translation>
    </message>
    <message>
        <source>「%1」是公式出错的结果</source>
        <translation>&quot;%1&quot; is the result of a formula that failed</translation>
    </message>
    <message>
        <source>表格超过 %1 行</source>
        <translation>The table has more than %1 rows</translation>
    </message>
    <message>
        <source>不认识的列没有导入：%1</source>
        <translation>Unknown columns were not imported: %1</translation>
    </message>
    <message>
        <source>比表头多出 %1 格没有导入，可能是内容里的逗号没有加引号</source>
        <translation>%1 cells more than there are column names were not imported; perhaps a comma in the text is not quoted</translation>
    </message>
    <message>
        <source>%1「%2」</source>
        <translation>%1 &quot;%2&quot;</translation>
    </message>
    <message>
        <source>工作表「%1」第 %2 行</source>
        <translation>Sheet &quot;%1&quot;, line %2</translation>
    </message>
</context>
<context>
    <name>workbook_package</name>
    <message>
        <source>请在 Excel 或 WPS 里另存为 .xlsx 或 CSV 再导入</source>
        <translation>please save it as .xlsx or CSV in Excel or WPS and import that</translation>
    </message>
    <message>
        <source>这是旧版 .xls 或加了密码的工作簿，%1</source>
        <translation>This is an old .xls workbook or one with a password; %1</translation>
    </message>
    <message>
        <source>解压后超过 %1 MB，或压缩得不正常</source>
        <translation>It unpacks to more than %1 MB, or is packed in an unusual way</translation>
    </message>
    <message>
        <source>工作簿已损坏，可能没有传完</source>
        <translation>The workbook is damaged; perhaps its transfer was cut off</translation>
    </message>
    <message>
        <source>里面的部件太多或重名</source>
        <translation>It holds too many parts, or two of one name</translation>
    </message>
    <message>
        <source>里面有不正常的文件名</source>
        <translation>A part inside has an unusual name</translation>
    </message>
    <message>
        <source>工作簿加了密码，请去掉密码再导入</source>
        <translation>The workbook has a password; please remove it and import again</translation>
    </message>
    <message>
        <source>这是 .ods 或 .xlsb 表格，%1</source>
        <translation>This is an .ods or .xlsb table; %1</translation>
    </message>
    <message>
        <source>这是一个压缩包，不是 Excel 工作簿</source>
        <translation>This is an archive, not an Excel workbook</translation>
    </message>
    <message>
        <source>里面的文字不是 UTF-8 编码</source>
        <translation>The text inside is not in UTF-8</translation>
    </message>
    <message>
        <source>里面有不允许的 XML 声明，可能是恶意文件</source>
        <translation>It holds an XML declaration that is not allowed; the file may be malicious</translation>
    </message>
    <message>
        <source>单元格或格式太多，请只留下话术另存一份再导入</source>
        <translation>It holds too many cells or formats; please save a copy with nothing but the replies and import that</translation>
    </message>
    <message>
        <source>压缩方式不正常</source>
        <translation>It is packed in an unusual way</translation>
    </message>
    <message>
        <source>文件已损坏，可能没有传完</source>
        <translation>the file is damaged; it may not have been transferred completely</translation>
    </message>
</context>
<context>
    <name>workbook_rows</name>
    <message>
        <source>「%1」在表格里是日期或时间，可能是被 Excel 改成的</source>
        <translation>&quot;%1&quot; is a date or time in the table; perhaps Excel made it one</translation>
    </message>
    <message>
        <source>「%1」在表格里是数字，Excel 只保留 15 位，后几位可能已经丢失</source>
        <translation>&quot;%1&quot; is a number in the table; Excel keeps 15 digits, so the last ones may be lost</translation>
    </message>
    <message>
        <source>工作簿里有读不出的内容，请在 Excel 或 WPS 里另存一份再导入</source>
        <translation>Part of the workbook cannot be read; please save a copy in Excel or WPS and import that</translation>
    </message>
    <message>
        <source>这一格是公式，文件里没有它的结果</source>
        <translation>This cell is a formula, and the file does not hold its result</translation>
    </message>
</context>
<context>
    <name>espanso</name>
    <message>
        <source>内容是 HTML，不能作为文字发送</source>
        <translation>The content is HTML, which cannot be sent as text</translation>
    </message>
    <message>
        <source>只有图片，没有文字</source>
        <translation>There is only a picture and no text</translation>
    </message>
    <message>
        <source>这不是 espanso 的文件：没有 matches</source>
        <translation>This is no espanso file: it has no matches</translation>
    </message>
    <message>
        <source>应为列表</source>
        <translation>A list was expected</translation>
    </message>
    <message>
        <source>引用的文件没有一起导入：%1</source>
        <translation>The imported file was not read along: %1</translation>
    </message>
    <message>
        <source>只有第一个触发词成为编码，其余的没有导入：%1</source>
        <translation>Only the first trigger became the code; the others were not imported: %1</translation>
    </message>
    <message>
        <source>正则表达式触发没有对应的写法</source>
        <translation>There is no equivalent of a trigger by regular expression</translation>
    </message>
    <message>
        <source>Markdown 记号按文字保留</source>
        <translation>Markdown marks were kept as text</translation>
    </message>
    <message>
        <source>这部分没有导入，只导入了文字</source>
        <translation>This part was not imported, only the text was</translation>
    </message>
    <message>
        <source>占位符的定义看不懂，没有导入</source>
        <translation>This definition of a placeholder cannot be understood and was not imported</translation>
    </message>
    <message>
        <source>变量没有名称或类型</source>
        <translation>The variable has no name or no type</translation>
    </message>
    <message>
        <source>不认识这一项，没有导入</source>
        <translation>This entry is unknown and was not imported</translation>
    </message>
</context>
<context>
    <name>beeftext_variables</name>
    <message>
        <source>剪贴板变量没有读取，写成了 {剪贴板}</source>
        <translation>The clipboard variable was not read; it became {剪贴板}</translation>
    </message>
    <message>
        <source>日期写法原来随系统语言而定，改成了固定的写法</source>
        <translation>The format of the date followed the system's language; it is fixed now</translation>
    </message>
    <message>
        <source>按月或年的推移没有对应的写法，改成了要填写的占位符</source>
        <translation>There is no equivalent of an offset by months or years; it became a placeholder to fill in</translation>
    </message>
    <message>
        <source>PowerShell 脚本不会运行，改成了要填写的占位符</source>
        <translation>The PowerShell script is never run; it became a placeholder to fill in</translation>
    </message>
    <message>
        <source>环境变量不会读取，改成了要填写的占位符</source>
        <translation>The environment variable is never read; it became a placeholder to fill in</translation>
    </message>
    <message>
        <source>引用时不会改成大写</source>
        <translation>The included reply will not be turned into upper case</translation>
    </message>
    <message>
        <source>引用时不会改成小写</source>
        <translation>The included reply will not be turned into lower case</translation>
    </message>
    <message>
        <source>引用时不会去掉首尾空白</source>
        <translation>Blanks around the included reply will not be cut off</translation>
    </message>
    <message>
        <source>找不到引用的话术「%1」</source>
        <translation>The included reply &quot;%1&quot; cannot be found</translation>
    </message>
    <message>
        <source>看不懂日期变量「%1」</source>
        <translation>The date variable &quot;%1&quot; cannot be understood</translation>
    </message>
    <message>
        <source>不认识的变量「%1」，改成了要填写的占位符</source>
        <translation>Unknown variable &quot;%1&quot;; it became a placeholder to fill in</translation>
    </message>
</context>
<context>
    <name>espanso_variables</name>
    <message>
        <source>随机选择没有对应的写法，取了第一个</source>
        <translation>There is no equivalent of a random choice; the first one was taken</translation>
    </message>
    <message>
        <source>脚本变量不会运行，改成了要填写的占位符</source>
        <translation>The script variable is never run; it became a placeholder to fill in</translation>
    </message>
    <message>
        <source>命令行变量不会运行，改成了要填写的占位符</source>
        <translation>The shell variable is never run; it became a placeholder to fill in</translation>
    </message>
    <message>
        <source>不认识的变量类型「%1」，改成了要填写的占位符</source>
        <translation>Unknown type of variable &quot;%1&quot;; it became a placeholder to fill in</translation>
    </message>
    <message>
        <source>变量互相引用得太深</source>
        <translation>The variables refer to each other too deeply</translation>
    </message>
    <message>
        <source>找不到变量「%1」引用的话术</source>
        <translation>The reply that the variable &quot;%1&quot; refers to cannot be found</translation>
    </message>
    <message>
        <source>日期的时区没有对应的写法</source>
        <translation>There is no equivalent of a date's time zone</translation>
    </message>
    <message>
        <source>变量「%1」没有定义</source>
        <translation>The variable &quot;%1&quot; is not defined</translation>
    </message>
    <message>
        <source>日期的推移「%1」不是数</source>
        <translation>The offset of a date &quot;%1&quot; is not a number</translation>
    </message>
</context>
<context>
    <name>espanso_writing</name>
    <message>
        <source>引用的话术「%1」没有编码，改成了要填写的占位符</source>
        <translation>The included reply &quot;%1&quot; has no code; it became a placeholder to fill in</translation>
    </message>
    <message>
        <source>有的文字或占位符换了写法：espanso 没有完全对应的写法</source>
        <translation>Some text or placeholder is written differently: espanso has no exact equivalent</translation>
    </message>
    <message>
        <source>「%1」在同一条里只能有一个默认值</source>
        <translation>&quot;%1&quot; can have only one default within a reply</translation>
    </message>
    <message>
        <source>占位符「%1」改名为「%2」</source>
        <translation>The placeholder &quot;%1&quot; was renamed to &quot;%2&quot;</translation>
    </message>
    <message>
        <source>只能有一个光标位置</source>
        <translation>There can be only one place for the caret</translation>
    </message>
    <message>
        <source>「%1」看不懂，按文字写入</source>
        <translation>&quot;%1&quot; cannot be understood and was written as text</translation>
    </message>
    <message>
        <source>没有用到的占位符的定义和空的分组没有写进去</source>
        <translation>Definitions of placeholders that are not used and empty groups were not written</translation>
    </message>
    <message>
        <source>编号没有写进去，再导入时按编码或标题来认</source>
        <translation>Ids were not written; on import, replies are recognised by code or title</translation>
    </message>
    <message>
        <source>这种文件没有的字段（如主题）没有写进去</source>
        <translation>Fields that this kind of file does not know, such as the theme, were not written</translation>
    </message>
</context>
<context>
    <name>quicktext</name>
    <message>
        <source>这不是 QuickText 的分类文件</source>
        <translation>This is no category file of QuickText</translation>
    </message>
    <message>
        <source>标签没有写入</source>
        <translation>The tags were not written</translation>
    </message>
    <message>
        <source>提示没有写入</source>
        <translation>The hint was not written</translation>
    </message>
    <message>
        <source>文字里的花括号写成了全角：QuickText 会把它们当作占位符</source>
        <translation>Braces in the text were written full-width: QuickText would take them for placeholders</translation>
    </message>
    <message>
        <source>QuickText 只能按天推移，「%1」改成了要填写的占位符</source>
        <translation>QuickText can only move by days; &quot;%1&quot; became a placeholder to fill in</translation>
    </message>
    <message>
        <source>有的占位符换了写法：QuickText 没有完全对应的写法</source>
        <translation>Some placeholder is written differently: QuickText has no exact equivalent</translation>
    </message>
    <message>
        <source>「%1」是自动生成的，改成了要填写的占位符</source>
        <translation>&quot;%1&quot; is generated; it became a placeholder to fill in</translation>
    </message>
    <message>
        <source>压缩包里没有这个分类的文件</source>
        <translation>The file of this category is not in the archive</translation>
    </message>
    <message>
        <source>列表里没有一条是 QuickText 的话术</source>
        <translation>nothing in the list is a reply of QuickText</translation>
    </message>
</context>
<context>
    <name>textexpander</name>
    <message>
        <source>应有 2 或 3 列，现在是 %1 列</source>
        <translation>There should be 2 or 3 columns, but there are %1</translation>
    </message>
</context>
<context>
    <name>textexpander_macros</name>
    <message>
        <source>可选的段落没有对应的写法，全部保留</source>
        <translation>There is no equivalent of optional sections; all were kept</translation>
    </message>
    <message>
        <source>按键没有对应的写法，没有导入</source>
        <translation>There is no equivalent of key presses; they were not imported</translation>
    </message>
    <message>
        <source>剪贴板没有读取，写成了 {剪贴板}</source>
        <translation>The clipboard was not read; it became {剪贴板}</translation>
    </message>
</context>
<context>
    <name>safe_yaml</name>
    <message>
        <source>不是有效的 YAML，可能含有不允许的字符</source>
        <translation>This is no valid YAML; it may hold characters that are not allowed</translation>
    </message>
    <message>
        <source>不接受「%1」这种 YAML 标签</source>
        <translation>The YAML tag &quot;%1&quot; is not accepted</translation>
    </message>
    <message>
        <source>键必须是文字</source>
        <translation>A key has to be text</translation>
    </message>
    <message>
        <source>别名「%1」不能用在这里</source>
        <translation>The alias &quot;%1&quot; cannot be used here</translation>
    </message>
    <message>
        <source>字段「%1」在同一处出现了两次</source>
        <translation>The field &quot;%1&quot; stands twice in the same place</translation>
    </message>
    <message>
        <source>内容太多，超出了可以导入的数量</source>
        <translation>There is more in it than can be imported</translation>
    </message>
    <message>
        <source>不是有效的 YAML</source>
        <translation>This is no valid YAML</translation>
    </message>
    <message>
        <source>一个文件里只能有一份 YAML 文档</source>
        <translation>A file can hold only one YAML document</translation>
    </message>
</context>
<context>
    <name>placeholder_translation</name>
    <message>
        <source>「%1」的默认值里不能有换行和花括号</source>
        <translation>The default of &quot;%1&quot; cannot hold line breaks or braces</translation>
    </message>
    <message>
        <source>日期格式的一部分没有对应的写法，换成了最接近的</source>
        <translation>Part of a date's format has no equivalent; the nearest was taken</translation>
    </message>
    <message>
        <source>时间的推移精确到分钟</source>
        <translation>The offset of a time is exact to the minute</translation>
    </message>
    <message>
        <source>日期的推移超过十年</source>
        <translation>The offset of a date exceeds ten years</translation>
    </message>
    <message>
        <source>「%1」的选项里不能有竖线、换行和花括号</source>
        <translation>The choices of &quot;%1&quot; cannot hold bars, line breaks or braces</translation>
    </message>
</context>
<context>
    <name>headerless_rows</name>
    <message>
        <source>CSV 的引号不成对，或单元格太长（第 %1 行）</source>
        <translation>The CSV has an unpaired quotation mark or a cell that is too long (line %1)</translation>
    </message>
</context>
<context>
    <name>single_tones</name>
    <message>
        <source>语气「%1」写成了单独的话术，没有编码</source>
        <translation>The tones &quot;%1&quot; were written as replies of their own, without a code</translation>
    </message>
    <message>
        <source>语气「%1」没有写入</source>
        <translation>The tone &quot;%1&quot; was not written</translation>
    </message>
</context>
<context>
    <name>entry_limit</name>
    <message>
        <source>文件里有超过 %1 条</source>
        <translation>The file has more than %1 entries</translation>
    </message>
</context>
<context>
    <name>library_desk</name>
    <message>
        <source>删除分组「%1」</source>
        <translation>delete the group &quot;%1&quot;</translation>
    </message>
    <message>
        <source>删除占位符「%1」</source>
        <translation>delete the placeholder &quot;%1&quot;</translation>
    </message>
    <message>
        <source>修改「%1」</source>
        <translation>change &quot;%1&quot;</translation>
    </message>
    <message>
        <source>新建「%1」</source>
        <translation>New: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>新建分组「%1」</source>
        <translation>add the group &quot;%1&quot;</translation>
    </message>
    <message>
        <source>把分组「%1」改成「%2」</source>
        <translation>rename the group &quot;%1&quot; to &quot;%2&quot;</translation>
    </message>
    <message>
        <source>修改占位符「%1」</source>
        <translation>change the placeholder &quot;%1&quot;</translation>
    </message>
    <message>
        <source>新建占位符「%1」</source>
        <translation>add the placeholder &quot;%1&quot;</translation>
    </message>
    <message>
        <source>「%1」已经删除了，要保存请先从回收站里恢复</source>
        <translation>&quot;%1&quot; was deleted; to save it, restore it from the trash first</translation>
    </message>
    <message>
        <source>分组还没有名称</source>
        <translation>The group has no name yet</translation>
    </message>
    <message>
        <source>已经有分组「%1」</source>
        <translation>There is a group &quot;%1&quot; already</translation>
    </message>
    <message>
        <source>没有分组「%1」</source>
        <translation>There is no group &quot;%1&quot;</translation>
    </message>
    <message>
        <source>分组不能移到它自己下面</source>
        <translation>A group cannot be moved below itself</translation>
    </message>
    <message>
        <source>占位符「%1」刚在别处改过或删除了</source>
        <translation>The placeholder &quot;%1&quot; was just changed or deleted elsewhere</translation>
    </message>
    <message>
        <source>已经有占位符「%1」</source>
        <translation>There is a placeholder &quot;%1&quot; already</translation>
    </message>
    <message>
        <source>一个话术库最多定义 %1 个占位符</source>
        <translation>A library can define %1 placeholders at most</translation>
    </message>
    <message>
        <source>回收站里已经没有这些话术了</source>
        <translation>These replies are no longer in the trash</translation>
    </message>
</context>
<context>
    <name>edited_library</name>
    <message>
        <source>「%1」刚在别处改过，这次没有保存；请先看看改了什么，再改一次</source>
        <translation>&quot;%1&quot; was just changed elsewhere, so nothing was saved; see what changed there, then try again</translation>
    </message>
    <message>
        <source>一个话术库最多放 %1 条话术</source>
        <translation>A library can hold %1 replies at most</translation>
    </message>
    <message>
        <source>这一步改过的内容在别处又改掉了，没有可以撤销的</source>
        <translation>What this step changed was changed again elsewhere; nothing is left to undo</translation>
    </message>
    <message>
        <source>没有可以重做的操作</source>
        <translation>There is nothing to redo</translation>
    </message>
    <message>
        <source>这一步改过的内容在别处又改掉了，没有可以重做的</source>
        <translation>What this step changed was changed again elsewhere; nothing is left to redo</translation>
    </message>
</context>
<context>
    <name>edit_words</name>
    <message>
        <source>复制 %1 条话术</source>
        <translation>duplicate %1 replies</translation>
    </message>
    <message>
        <source>移动 %1 条话术</source>
        <translation>move %1 replies</translation>
    </message>
    <message>
        <source>改 %1 条话术的标签</source>
        <translation>tag %1 replies</translation>
    </message>
    <message>
        <source>删除 %1 条话术</source>
        <translation>delete %1 replies</translation>
    </message>
    <message>
        <source>恢复 %1 条话术</source>
        <translation>restore %1 replies</translation>
    </message>
    <message>
        <source>复制「%1」</source>
        <translation>duplicate &quot;%1&quot;</translation>
    </message>
    <message>
        <source>移动「%1」</source>
        <translation>move &quot;%1&quot;</translation>
    </message>
    <message>
        <source>改「%1」的标签</source>
        <translation>tag &quot;%1&quot;</translation>
    </message>
    <message>
        <source>删除「%1」</source>
        <translation>delete &quot;%1&quot;</translation>
    </message>
    <message>
        <source>恢复「%1」</source>
        <translation>restore &quot;%1&quot;</translation>
    </message>
</context>
<context>
    <name>releases</name>
    <message>
        <source>还没有话术库</source>
        <translation>There is no library yet</translation>
    </message>
    <message>
        <source>这个版本的内容读不出来了，没有回退</source>
        <translation>The content of this version cannot be read any more; nothing was changed</translation>
    </message>
    <message>
        <source>只能回到发布过、整个导入过的版本，或者最初的话术库</source>
        <translation>You can go back to a published version, to one that was imported as a whole, or to the first library</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>加为占位符</source>
        <translation>Define it</translation>
    </message>
    <message>
        <source>改成 %1</source>
        <translation>Write %1</translation>
    </message>
    <message>
        <source>错误</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>补上 }</source>
        <translation>Add }</translation>
    </message>
</context>
<context>
    <name>findings_told</name>
    <message>
        <source>提醒</source>
        <translation>warning</translation>
    </message>
    <message>
        <source>是不是「%1」？</source>
        <translation>did you mean &quot;%1&quot;?</translation>
    </message>
    <message>
        <source>占位符的写法</source>
        <translation>how placeholders are written</translation>
    </message>
    <message>
        <source>阻止</source>
        <translation>blocks</translation>
    </message>
    <message>
        <source>第 %1 到 %2 个字</source>
        <translation>characters %1 to %2</translation>
    </message>
    <message>
        <source>站外联系方式</source>
        <translation>Contact outside the platform</translation>
    </message>
    <message>
        <source>站外付款</source>
        <translation>Payment outside the platform</translation>
    </message>
    <message>
        <source>电话、证件、地址</source>
        <translation>Phone numbers, identity papers, addresses</translation>
    </message>
    <message>
        <source>违法拒绝退货</source>
        <translation>Unlawful refusal of returns</translation>
    </message>
    <message>
        <source>诱导评价</source>
        <translation>Buying reviews</translation>
    </message>
    <message>
        <source>妨碍买家维权</source>
        <translation>Hindering buyers' rights</translation>
    </message>
    <message>
        <source>绝对化用语</source>
        <translation>Absolute claims</translation>
    </message>
    <message>
        <source>保证效果、医疗用语</source>
        <translation>Guaranteed effects, medical claims</translation>
    </message>
    <message>
        <source>权威名义</source>
        <translation>Borrowed authority</translation>
    </message>
    <message>
        <source>发货承诺过头</source>
        <translation>Excessive delivery promises</translation>
    </message>
    <message>
        <source>金额承诺过头</source>
        <translation>Excessive money promises</translation>
    </message>
    <message>
        <source>没做就说做了</source>
        <translation>Claiming what was not done</translation>
    </message>
    <message>
        <source>辱骂和冷淡</source>
        <translation>Insults and coldness</translation>
    </message>
    <message>
        <source>价格和紧缺</source>
        <translation>Prices and scarcity</translation>
    </message>
    <message>
        <source>贬低别家</source>
        <translation>Running down others</translation>
    </message>
    <message>
        <source>细节</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>群发的营销话术</source>
        <translation>Marketing messages to many</translation>
    </message>
</context>
<context>
    <name>edition_words</name>
    <message>
        <source>第 %1 版</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>%1 条话术</source>
        <translation>%1 replies</translation>
    </message>
    <message>
        <source>初始话术</source>
        <translation>Built-in replies</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>回到第 %1 版</source>
        <translation>Back to version %1</translation>
    </message>
</context>
<context>
    <name>field_differences</name>
    <message>
        <source>最长</source>
        <translation>Longest</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>必填</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>语气：%1</source>
        <translation>Tone: %1</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>承诺的日期</source>
        <translation>Promised date</translation>
    </message>
    <message>
        <source>买家隐私</source>
        <translation>Personal data</translation>
    </message>
    <message>
        <source>填写说明</source>
        <translation>Hint for the field</translation>
    </message>
    <message>
        <source>其他语气</source>
        <translation>Other tones</translation>
    </message>
</context>
<context>
    <name>placeholder_words</name>
    <message>
        <source>城市</source>
        <translation>City</translation>
    </message>
    <message>
        <source>多行文字</source>
        <translation>Text of several lines</translation>
    </message>
    <message>
        <source>天数</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>运单号</source>
        <translation>Tracking number</translation>
    </message>
    <message>
        <source>链接</source>
        <translation>Link</translation>
    </message>
</context>
<context>
    <name>format_words</name>
    <message>
        <source>Excel 表格</source>
        <translation>Excel table</translation>
    </message>
    <message>
        <source>全部内容都在：分组、语气、占位符定义，还可以带上退货清单和规则。</source>
        <translation>Holds everything: groups, tones, definitions of placeholders; return checklist and rules on request.</translation>
    </message>
    <message>
        <source>一行一条，带编码、分组、标签、语气和提示；改完还能导回来对上。</source>
        <translation>One reply a row with code, group, tags, tone and hint; can be edited and imported again.</translation>
    </message>
    <message>
        <source>和 Excel 表格的列一样，UTF-8 编码，各种软件都能打开。</source>
        <translation>The columns of the Excel table, in UTF-8; every program opens it.</translation>
    </message>
    <message>
        <source>可以导入千牛：只有编码、内容和分组，别的语气各成一条。</source>
        <translation>Can be imported into Qianniu: code, text and group only; other tones become replies of their own.</translation>
    </message>
    <message>
        <source>给 QuickText 用：标题、编码、内容和分组。</source>
        <translation>For QuickText: title, code, text and group.</translation>
    </message>
    <message>
        <source>给 espanso 用：打出编码就替换成内容，占位符变成表单。</source>
        <translation>For espanso: a typed code is replaced by the text; placeholders become a form.</translation>
    </message>
</context>
<context>
    <name>import_choices</name>
    <message>
        <source>按内容相近对上，请核对</source>
        <translation>matched by similar text, please check</translation>
    </message>
    <message>
        <source>改动：%1</source>
        <translation>Differs in %1</translation>
    </message>
    <message>
        <source>按编码对上</source>
        <translation>Matched by code</translation>
    </message>
    <message>
        <source>按标题对上</source>
        <translation>Matched by title</translation>
    </message>
    <message>
        <source>有改动</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>相同</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>冲突</source>
        <translation>Clashing</translation>
    </message>
    <message>
        <source>已移除</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>保留我的</source>
        <translation>Keep mine</translation>
    </message>
    <message>
        <source>用文件里的</source>
        <translation>Take the file's</translation>
    </message>
    <message>
        <source>两个都留</source>
        <translation>Keep both</translation>
    </message>
    <message>
        <source>不导入</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <source>保留</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>移到回收站</source>
        <translation>To the trash</translation>
    </message>
    <message>
        <source>文件没有变，是这里改过</source>
        <translation>unchanged in the file, changed here</translation>
    </message>
    <message>
        <source>这里删除过</source>
        <translation>deleted here before</translation>
    </message>
</context>
<context>
    <name>import_library</name>
    <message>
        <source>没有导入</source>
        <translation>Not imported</translation>
    </message>
    <message>
        <source>导入话术：csdesk、千牛、Excel、CSV、QuickText、espanso、Beeftext、TextExpander</source>
        <translation>Import replies: csdesk, Qianniu, Excel, CSV, QuickText, espanso, Beeftext, TextExpander</translation>
    </message>
    <message>
        <source>文件格式；不写则先看内容，再看文件名</source>
        <translation>File format; found out by content, then by name, if not given</translation>
    </message>
    <message>
        <source>文字编码，如 gb18030；不写则自动判断</source>
        <translation>Text encoding, such as gb18030; found out if not given</translation>
    </message>
    <message>
        <source>两边都改过的话术：keep 留自己的，replace 用文件里的，both 两个都留</source>
        <translation>For replies that both sides changed: keep yours, replace with the file's, or keep both</translation>
    </message>
    <message>
        <source>新版里已经去掉的话术，也移到回收站</source>
        <translation>Also move replies to the trash that the new version no longer has</translation>
    </message>
    <message>
        <source>文件里有退货清单时，一并使用</source>
        <translation>Also use the checklist of returns in the file</translation>
    </message>
    <message>
        <source>文件里有规则时，一并使用</source>
        <translation>Also use the rules in the file</translation>
    </message>
    <message>
        <source>只看结果，不导入</source>
        <translation>Only show what would happen</translation>
    </message>
    <message>
        <source>每个文件输出一行 JSON</source>
        <translation>Print one line of JSON per file</translation>
    </message>
    <message>
        <source>正在读取</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>正在导入</source>
        <translation>Importing</translation>
    </message>
    <message>
        <source>注意</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>这是旧版：现在用的是 %1。有改动的都没有换掉。</source>
        <translation>This is an older version; %1 is in use. Nothing that differs was replaced.</translation>
    </message>
    <message>
        <source>冲突的话术按 --on-clash 处理。</source>
        <translation>Clashing replies were treated as --on-clash says.</translation>
    </message>
    <message>
        <source>只是试看，什么都没有改动。</source>
        <translation>This was a dry run; nothing was changed.</translation>
    </message>
    <message>
        <source>还有 %1 处，见 --json。</source>
        <translation>and %1 more; see --json.</translation>
    </message>
    <message>
        <source>FILE ...</source>
        <translation>FILE ...</translation>
    </message>
    <message>
        <source>旧版里的退货清单和规则没有用；要用请加 --on-clash replace。</source>
        <translation>The checklist and the rules of the older release were not used; add --on-clash replace to use them.</translation>
    </message>
    <message>
        <source>新增 %1，有改动 %2，相同 %3，冲突 %4，移走 %5</source>
        <translation>%1 new, %2 changed, %3 the same, %4 clashing, %5 moved to the trash</translation>
    </message>
    <message>
        <source>新增 %1，有改动 %2，相同 %3，冲突 %4，新版里没有 %5（都留着）</source>
        <translation>%1 new, %2 changed, %3 the same, %4 clashing, %5 not in the new version (all kept)</translation>
    </message>
    <message>
        <source>占位符定义：新增 %1，改动 %2，保留自己的 %3</source>
        <translation>Placeholder definitions: %1 new, %2 changed, %3 kept as they are here</translation>
    </message>
    <message>
        <source>还有 %1 条。</source>
        <translation>%1 more.</translation>
    </message>
</context>
<context>
    <name>import_words</name>
    <message>
        <source>移到回收站 %1 条</source>
        <translation>%1 to the trash</translation>
    </message>
    <message>
        <source>占位符 %1 个</source>
        <translation>placeholders: %1</translation>
    </message>
    <message>
        <source>这个文件比正在用的旧（正在用的是 %1）。除了新增的，默认都保留我的。</source>
        <translation>This file is older than what is in use (%1). But for new replies, mine are kept unless chosen otherwise.</translation>
    </message>
    <message>
        <source>文件的内容和它自己写的校验码对不上：发布以后被改过，或者没有下载完整。请向发布的人确认。</source>
        <translation>The content does not match the checksum in the file: it was changed after its release, or not downloaded whole. Please ask its publisher.</translation>
    </message>
</context>
<context>
    <name>check</name>
    <message>
        <source>检查话术库、FILE 里的话术或一段文字有没有违规的说法和写错的占位符</source>
        <translation>Check the library, the replies in FILE, or a text for forbidden wordings and wrong placeholders</translation>
    </message>
    <message>
        <source>只检查这段文字</source>
        <translation>check only this text</translation>
    </message>
    <message>
        <source>用哪家店铺的资料填</source>
        <translation>fill with the values of this shop</translation>
    </message>
    <message>
        <source>每处输出一行 JSON</source>
        <translation>print one line of JSON for each finding</translation>
    </message>
</context>
<context>
    <name>check_report</name>
    <message>
        <source>阻止 %1 处，提醒 %2 处</source>
        <translation>Blocking: %1, warnings: %2</translation>
    </message>
    <message>
        <source>，提示 %1 处</source>
        <translation>, remarks: %1</translation>
    </message>
</context>
<context>
    <name>pattern</name>
    <message>
        <source>超过 %1 个字</source>
        <translation>has more than %1 characters</translation>
    </message>
    <message>
        <source>看不懂「%1」，括号要成对</source>
        <translation>cannot make sense of &quot;%1&quot;; brackets must come in pairs</translation>
    </message>
    <message>
        <source>间隔和数字太多，查起来会太慢</source>
        <translation>has too many gaps and numbers and would be slow to look for</translation>
    </message>
    <message>
        <source>没有可以查找的文字</source>
        <translation>has no text to look for</translation>
    </message>
    <message>
        <source>「%1」应从少到多，最多 %2</source>
        <translation>&quot;%1&quot; must go from few to many, %2 at most</translation>
    </message>
</context>
<context>
    <name>compliance_rules</name>
    <message>
        <source>没有「%1」这个类别</source>
        <translation>there is no category &quot;%1&quot;</translation>
    </message>
    <message>
        <source>类别「%1」重复</source>
        <translation>the category &quot;%1&quot; is there twice</translation>
    </message>
    <message>
        <source>缺少类别「%1」</source>
        <translation>the category &quot;%1&quot; is missing</translation>
    </message>
</context>
<context>
    <name>library_exports</name>
    <message>
        <source>分组「%1」里没有话术</source>
        <translation>There are no replies in the group %1</translation>
    </message>
</context>
<context>
    <name>export_library</name>
    <message>
        <source>丢失</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>导出话术：csdesk、千牛、Excel、CSV、espanso、QuickText</source>
        <translation>Export replies: csdesk, Qianniu, Excel, CSV, espanso, QuickText</translation>
    </message>
    <message>
        <source>文件格式；不写则看 FILE 的后缀</source>
        <translation>File format; by the ending of FILE if not given</translation>
    </message>
    <message>
        <source>只导出这个分组，连同下面的分组</source>
        <translation>Export only this group, with those below it</translation>
    </message>
    <message>
        <source>csdesk：带上退货清单</source>
        <translation>csdesk: with the checklist of returns</translation>
    </message>
    <message>
        <source>csdesk：带上配送与违规词规则</source>
        <translation>csdesk: with the rules for delivery and wording</translation>
    </message>
    <message>
        <source>「%1」的后缀不认识，请用 %2，或写 --format</source>
        <translation>The ending of %1 is unknown; use %2, or --format</translation>
    </message>
    <message>
        <source>没有导出</source>
        <translation>Not exported</translation>
    </message>
    <message>
        <source>已导出 %1 条话术。</source>
        <translation>Replies exported: %1.</translation>
    </message>
    <message>
        <source>已导出 %1 条话术（每种语气算一条，文件里共 %2 条）。</source>
        <translation>Replies exported: %1 (entries in the file, each tone being one: %2).</translation>
    </message>
</context>
<context>
    <name>quicktext_archive</name>
    <message>
        <source>压缩包里的文件太多</source>
        <translation>There are too many files in the archive</translation>
    </message>
    <message>
        <source>压缩包损坏或加了密</source>
        <translation>The archive is damaged or encrypted</translation>
    </message>
    <message>
        <source>压缩包解开后太大</source>
        <translation>The archive is too large when unpacked</translation>
    </message>
    <message>
        <source>压缩包里的「%1」不是 UTF-8 编码的文字</source>
        <translation>&quot;%1&quot; in the archive is no text in UTF-8</translation>
    </message>
    <message>
        <source>index.json 里没有分类</source>
        <translation>There are no categories in index.json</translation>
    </message>
    <message>
        <source>这不是 QuickText 的备份：没有 index.json</source>
        <translation>This is no backup of QuickText: it has no index.json</translation>
    </message>
</context>
<context>
    <name>validity</name>
    <message>
        <source>这一版的有效期到 %1 为止，已经过了</source>
        <translation>This version was valid until %1, which has passed</translation>
    </message>
    <message>
        <source>这一版从 %1 起才用，现在还没到</source>
        <translation>This version is meant to be used from %1 on</translation>
    </message>
</context>
<context>
    <name>library_files</name>
    <message>
        <source>没有文件夹「%1」，请先建好，或换个位置</source>
        <translation>there is no folder &quot;%1&quot;; please create it, or choose another place</translation>
    </message>
</context>
<context>
    <name>written_losses</name>
    <message>
        <source>编码和前面的重复，再导入时会去掉</source>
        <translation>The code is a duplicate and is dropped when this is imported again</translation>
    </message>
</context>
</TS>
