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
        <source>下一位买家</source>
        <translation>Serve the next buyer</translation>
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
        <source>撤销刚才的操作</source>
        <translation>Undo the last action</translation>
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
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
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
</TS>
