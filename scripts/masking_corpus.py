"""What `masking` makes its halls of: parts of names, sentences with places for names, and sentences
in which nobody is named though many words begin like a name."""

# The commonest surnames, about in their order.
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈"
    "钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常温康施文牛"
    "樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉"
    "翁蓝骆路游靳辛管柴蒙鲍华喻祁房蒲滕萧屈饶解牟艾尤时穆农司阳卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫"
    "米柏宗瞿桂全佟应臧闵苟邬边卞姬仇栾隋商刁沙荣巫寇甄仲敖"
)
COMPOUND = (
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 独孤 南宫 长孙 宇文 端木 百里 呼延 "
    "轩辕 钟离 闻人 澹台 申屠 濮阳 淳于 赫连 拓跋 纳兰 西门"
).split()
GIVEN = (
    "伟 芳 娜 秀英 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀兰 霞 平 刚 桂英 建国 建华 志强 桂兰 玉兰 淑珍 "
    "淑英 国强 国庆 建军 海燕 晓梅 红梅 春梅 桂花 秀珍 玉梅 丽华 文静 雪梅 小红 小明 志明 永强 建平 建民 德明 "
    "宝成 永福 志刚 振华 文茂 月娥 大伟 景山 一凡 丽萍 立新 启明 桂香 志远 玉芬 凤英 凤霞 金凤 浩然 子涵 梓萱 "
    "雨桐 思远 俊杰 欣怡 佳琪 宇航 嘉怡 晨曦 博文 子轩 诗涵 若曦 天佑 鹏飞 晓东 东升 长河 守义 云飞 佩玉 一鸣 "
    "素琴 春生 福生 根生 水生 来福 有才 富贵 满堂 玉成 学文 学武 爱国 爱民 卫东 卫红 向东 红军 援朝 解放 跃进 "
    "胜利 和平 新民 立本 克勤 克俭 正义 光明 安民 定邦 兴旺 万里 长江 江河 海洋 山川 石头 大勇 二妮 三喜 小四 "
    "鑫 淼 焱 垚 骞 翀 昱 晗 钰 婧 琳 瑶 倩 蕾 薇 颖 莹 雯 璐 洁 帆 凯 斌 波 辉 健 亮 俊 龙 飞 鹏 宇 浩 欢 "
    "永刚 永红 永兰 文斌 文涛 文华 少华 少军 国华 国平 国栋 树林 树人 树芳 广才 广义 书香 书琴 惠兰 惠敏 彩霞 "
    "彩云 巧云 巧珍 秋菊 冬梅 夏荷 春花 兰英 翠花 翠兰 美玲 美华 爱华 爱玲 亚男 亚萍 俊英 俊峰 瑞芳 瑞祥 仁杰"
).split()
MINORITY_FIRST = (
    "阿依古丽 买买提 古丽娜尔 热依汗 阿卜杜拉 帕提古丽 木合塔尔 迪丽拜尔 吐尔逊 艾力 努尔兰 巴特尔 "
    "其其格 卓玛 扎西 次仁 央金 达瓦 阿米娜 玛依拉"
).split()
MINORITY_LAST = (
    "买买提 艾合买提 吐尔地 阿不都 热合曼 依明 司马义 玉素甫 哈斯木 达吾提 铁木尔 巴雅尔 多吉 旺堆 "
    "平措 伊布拉音 卡德尔 肉孜"
).split()
ENGLISH_FIRST = (
    "Alice Brian Carmen Dmitri Esther Frank Gloria Hassan Ingrid Jerome Kamala Liam Mina Nadia Oscar "
    "Priya Quentin Rosa Stefan Tamara Umar Violet Wesley Ximena Yusuf Zoe Beatrice Colin Deborah Edwin"
).split()
ENGLISH_LAST = (
    "Abbott Bianchi Castro Delgado Egan Fraser Goldberg Hughes Ivanov Jensen Kaur Lowell Mbeki Nielsen "
    "Ortega Pereira Quinn Rahman Sandoval Takeda Ueda Vance Whitaker Yildiz Zhang O'Neill McBride "
    "Van-Dyke Okonkwo Larsen"
).split()

# Sentences by the position of the name: {a}, {b}, {c} are names, {u} is a unit.
POSITIONS = {
    "colon": [
        "{a}：冬天反水三次，厨房进了水。",
        "{a}：这笔钱从哪里出，要先说清楚。",
        "{a}：我家孩子睡得早，噪声受不了。",
        "{a}:同意先试三个月。",
        "{a} ：没有意见。",
        "居民代表{a}：先量了再定。",
        "{a}（业主）：我不同意摊这么多。",
    ],
    "verb": [
        "{a}说，楼道灯坏了半年没人修。",
        "{a}表示愿意出一份力。",
        "{a}反映楼上夜里有敲击声。",
        "{a}提出先清理楼道杂物。",
        "{a}建议把车棚移到东门。",
        "{a}认为费用可以再谈。",
        "会上{a}提出，先把雨水管疏通。",
        "后来{a}又说，钥匙要有人管。",
        "散会前，{a}建议下次早点通知。",
        "据{a}反映，三单元门禁坏了。",
        "听完介绍，{a}表示没有意见。",
        "对此{a}认为应当先公示。",
        "{a}问什么时候开工。",
        "{a}补充说，老人下楼不方便。",
        "{a}担心工期拖到上冻。",
        "{a}希望物业尽快给个答复。",
        "{a}要求把账目贴出来。",
        "同时，{a}提出要留消防通道。",
    ],
    "vote": [
        "{a}同意，{b}反对。",
        "表决时{a}弃权。",
        "{a}不同意先收钱后干活。",
        "{a}赞成这个方案，{b}也赞成。",
        "最后{a}反对，其他人同意。",
        "{a}、{b}同意，{c}反对。",
    ],
    "joined": [
        "{a}、{b}和{c}都同意。",
        "{a}和{b}反映，地下室积水。",
        "{a}、{b}、{c}三位居民认为车位不够。",
        "居民{a}、{b}提出异议。",
        "{a}与{b}表示愿意牵头。",
        "{a}以及{b}建议推迟施工。",
        "由{a}、{b}说明情况。",
    ],
    "title": [
        "{a}先生腿脚不便，希望早日装电梯。",
        "{a}女士多次打电话来问。",
        "{a}阿姨负责给花浇水。",
        "请{a}大爷来讲讲过去的做法。",
        "感谢{a}老师义务辅导孩子。",
        "{a}大妈家的水表不走字。",
        "去看望{a}奶奶，她一个人住。",
        "{a}师傅帮忙修好了门。",
    ],
    "role": [
        "居民{a}反映电梯异响。",
        "业主{a}来社区问过两次。",
        "住户{a}家阳台漏水。",
        "独居老人{a}需要送餐。",
        "楼长{a}挨户敲门通知。",
        "租户{a}已经搬走。",
        "志愿者{a}值守到十点。",
    ],
    "unit": [
        "{u} {a}",
        "{u}{a}：不同意。",
        "{u}业主{a}反映墙面渗水。",
        "{a}（{u}）提出先修屋顶。",
        "{u} {a}、{b}两家相邻。",
        "{u}住户{a}不在家，通知贴在门上。",
        "走访{u}{a}，她说夜里太吵。",
    ],
}
# Where a name stands like any other word: only who is known from elsewhere can be masked there.
FREE = [
    "大家劝{a}再想一想。",
    "先到{a}家里看漏点。",
    "{a}家的阳台往下滴水。",
    "这件事交给{a}去办。",
    "电话打给了{a}。",
    "走访时遇到{a}和{b}。",
    "{a}的车常停在通道上。",
    "已向{a}退还押金。",
    "{a}到会，{b}请假。",
    "由{a}牵头，{b}配合。",
    "{a}",
    "参加的有{a}、{b}、{c}。",
]
ENGLISH = {
    "colon": ["{a}: the drain backs up every winter.", "{a}: I cannot pay that much."],
    "verb": [
        "{a} said the light has been out for months.",
        "After the break {a} asked who pays.",
        "{a} suggested a trial of three months.",
        "{a} reported noise at night.",
        "According to the notes, {a} proposed a second quote.",
        "{a} objected to the cost.",
        "{a} thinks the gate should stay open.",
    ],
    "vote": ["{a} voted for, {b} voted against.", "{a} agreed; {b} abstained."],
    "joined": ["{a}, {b} and {c} agreed.", "{a} and {b} offered to help."],
    "title": ["Mr {a} will keep the key.", "Mrs {a} called twice.", "Ms. {a} waters the plants."],
    "unit": [
        "{u}, {a}, called about damp.",
        "{a} of {u} cannot climb the stairs.",
        "{u} {a}",
        "{u}: {a}",
        "{a} ({u}) reported a leak.",
    ],
}
ENGLISH_FREE = [
    "The committee will write to {a}.",
    "Water ran down into the kitchen of {a}.",
    "{a}'s car blocks the gate.",
    "The deposit was paid back to {a}.",
]

NUMBERS = [
    "有事请打{n}。",
    "联系电话：{n}",
    "联系人留的号码是{n}，晚上打。",
    "（{n}）",
    "登记的是{n}，已核对。",
    "业主报来{n}，请物业记下。",
]

# A matter and a meeting with a person in each place that the site shows, or might.
PLACES = [
    (
        """---
问题: {q}
提出: 居民/{matter_raised}
日期: 2025-03-01
地点: {matter_place}先生家
---

# {matter_title}女士反映的漏水

{matter_prose}说墙面发霉。

## 进展

- 2025-03-02 收集: {log}反映漏水
- 2025-03-03 入户走访: {log_other}大爷不在家
- [ ] T1 按{matter_task}女士的建议清淤
  - 负责: 居民/{matter_lead}
  - 配合: 居民/{matter_with}
  - 期限: 2025-04-01
  - 进展: 2025-03-20 {matter_progress}说已清
""",
        """---
会议: {m}
状态: 已召开
时间: 2025-07-01 14:30-16:00
地点: {meeting_place}女士家中
主持: 社区
---

# {meeting_title}先生家漏水协商会

## 参会人员

- 居民: {listed}

## 议程

### 1. {item_title}女士反映的漏水

- 问题: {q}
- 提出: 居民/{item_raised}
- 回避: 居民/{recused}

{item_prose}说墙面发霉。

#### 表决: 同意{vote_title}女士加装扶手

- 规则: 赞成多于反对
- 动议: 居民/{moved}
- 范围: {scope}女士所在单元
- 同意: 5
- 反对: 1

#### 决议 D1: 给{decision_title}女士加装扶手

- 经费: 500元 {funds}先生垫付
- 依据: 表决
- 公示: 2025-07-02 至 2025-12-31
- 异议: 2025-07-05 {objector}: 费用偏高
- 答复: 2025-07-06 不成立，已向{answer}女士说明

{decision_prose}提出先装一层。

- [ ] T1 陪{task_title}女士看样品
  - 负责: 居民/{task_lead}
  - 配合: 居民/{task_with}
  - 期限: 2025-08-01
  - 标准: {standard}女士满意

### 2. 调解

- 结论: 达成一致

##### {small_heading}女士的意见

| 姓名 | 意见 |
| --- | --- |
| {table_cell} | 先修后议 |

> {quote}说：先修。

1. {ordered}说：先修。
   - {nested}说：先修。

**{bold}**说：先修。

## 各方签字

- 居民: {signed} 2025-07-02 同意
""",
    ),
    (
        """---
matter: {q}
raised by: residents/{matter_raised}
date: 2025-03-01
---

# The leak that Mrs {matter_title} reported

{matter_prose} said the wall is damp.

## Log

- 2025-03-02 collected: {log} reported a leak
- [ ] T1 clean the drain of Mr {matter_task}
  - lead: residents/{matter_lead}
  - due: 2025-04-01
""",
        """---
meeting: {m}
status: held
when: 2025-07-01 14:30-16:00
where: the flat of Mrs {meeting_place}
---

# The leak at Mr {meeting_title}

## Attendance

- residents: {listed}

## Agenda

### 1. What Mrs {item_title} reported

- matter: {q}
- raised by: residents/{item_raised}

{item_prose} said the wall is damp.

#### Vote: a handrail for Mrs {vote_title}

- rule: simple
- for: 5
- against: 1

#### Decision D1: a handrail for Mrs {decision_title}

- funds: 500, advanced by Mr {funds}
- objection: 2025-07-05 {objector}: too dear

{decision_prose} proposed to begin below.

- [ ] T1 show samples to Mrs {task_title}
  - lead: residents/{task_lead}
  - due: 2025-08-01
""",
    ),
]
# A meeting that is not public: no word of it may be on the site.
HIDDEN = [
    """---
会议: M-2025-990
状态: 已召开
时间: 2025-07-09 14:30-16:00
公开: 否
---

# 藏猫猫协商会

## 议程

### 1. 藏猫猫议题

#### 决议 D1: 藏猫猫决议

- [ ] T1 藏猫猫任务
  - 负责: 社区
  - 期限: 2025-08-01
""",
    """---
meeting: M-2025-990
status: held
when: 2025-07-09 14:30-16:00
public: no
---

# Hideandseek meeting

## Agenda

### 1. Hideandseek item

#### Decision D1: Hideandseek decision

- [ ] T1 Hideandseek task
  - due: 2025-08-01
""",
]

# 300 sentences without anybody's name.
PLAIN = """
大家听了都很高兴。|居民对结果比较高兴。|安全问题放在第一位。|安全出口不能堵。|安全员每周巡查一次。|安排在周五晚上施工。|安装费用由维修资金出。|安静时段从晚上十点起。|金额以审计为准。
金额较大的要公示。|白班保安两人，夜班一人。|白天施工，晚上停工。|白色污染要治理。|万元以上的支出须表决。|万一下雨，改到室内。|方案贴在公告栏七天。|方案一费用低，方案二工期短。
方便老人上下楼。|方向定了，细节再议。|方式是举手表决。|马上安排人去看。|马路对面不许停车。|马桶反水的有六户。|张贴地点在各单元门口。|张贴通知后三天内答复。|江边步道夏天关闭。
江边的路灯已经修好。|时间定在下午两点。|时间紧，任务重。|时间：周五晚上七点|地点：社区二楼会议室|关于停车收费的说明。|关于加装电梯，大家意见不一。|关系到每家每户的利益。|关闭阀门后再检修。
关于费用：另行通知|曾经试过两次，没有成功。|曾有居民提过这件事。|车位说明：每户一个，先到先得|车位不够，矛盾就多。|车辆登记表交到物业。|车棚选址再议。|何时开工，另行通知。
何况工期只有一个月。|高空抛物要装摄像头。|高层住户水压不足。|高度不能超过两米。|高峰时段电梯不够用。|高温天气停工。|温度达到十八度才算合格。|温馨提示：请锁好门窗|周五：全天停水
周五说的事还没有办。|周边学校放学时堵车。|周末施工要提前说明。|周期为三个月。|周一：收集意见|安全说明：施工时请绕行|项目：更换2号楼下水主管|项目经理下周到位。|项目预算已经公示。
金额：86000元|说明：数字以公示为准|说法不一，需要核实。|会议说明了三种办法。|会议认为应当先修后议。|会议提出三条意见。|会议同意下次再议。|会议建议扩大公示范围。|会议强调要按时完成。
大家说这个办法好。|大家同意先试一个月。|大家认为要公平。|大家反映最多的是停车。|居民说水太小。|居民反映电梯常停。|居民同意的占多数。|居民建议增加路灯。|物业说下周开工。|物业表示人手不够。
物业提出调整班次。|物业反对夜间施工。|物业建议分两批改造。|有人说太贵了。|有人反对装门禁。|有人提出换一家公司。|有人建议先听专家的。|老人说上下楼困难。|老人反映扶手松动。
老师说孩子放学没地方去。|社区表示会跟进。|社区建议成立小组。|社区提出分步走。|街道表示支持。|街道同意拨款。|业主说账目不清。|业主同意的过半。|业主认为应当公开。|业委会认为可以。
业委会提出备选方案。|业委会表示尽快答复。|施工方表示按期完工。|供电公司说要停电半天。|消防部门提出整改意见。|王府井小区也是这样做的。|王府井大街的经验可以借鉴。|黄河路口要加红绿灯。
黄河路的公交站要移。|黄色标线已经褪色。|黄金周期间不施工。|史无前例的大雨灌进地库。|历史欠账较多。|于是决定延期。|于本月底前完成。|由于资金不足，暂缓实施。|任何人不得占用通道。
任务分解到各方。|任期三年，可以连任。|余款年底结清。|余下的工作下次再议。|成立工作小组。|成本由三家分担。|成果要让居民看得见。|成功与否看试点。|常见问题贴在群里。|常年无人管理。
常住居民优先。|严格按图施工。|严禁飞线充电。|严重漏水的先修。|石材破损要更换。|石子路改成水泥路。|田间地头也来宣传。|程序要合法。|程度不同，处理也不同。|段落不清，重新写。
路灯不亮的有三处。|路面塌陷，先围起来。|路口视线不好。|雷雨天气注意安全。|龙头漏水，请报修。|水龙头已经更换。|毛病出在阀门上。|钱从维修资金里出。|钱款去向要公示。|钱不够，先修一半。
向大家通报进展。|向上级部门反映。|向物业提出书面意见。|康复器材已到位。|文明养犬，从我做起。|文件已经下发。|文字说明：见附件|文化墙重新粉刷。|牛奶箱统一安装。|单元门关不严。
单位宿舍也在范围内。|单价每平方米一元一角五分。|易燃物品不得堆放。|左侧通道保持畅通。|左邻右舍都要通知到。|包干到楼，责任到人。|包括水泵和阀门。|宁可慢一点，也要做好。|尚未收到答复。
尚有两户没有签字。|符合条件的可以申请。|毕竟是大家的事。|季度报表要贴出来。|季节性停水要提前说。|盛夏用水量大。|管理费按季度收。|管道老化，锈蚀严重。|管线图存在档案室。|解决办法有三种。
解释权归业主大会。|应当先公示后施工。|应急预案已经备案。|应收物业费十二万元。|时段：晚上七点到九点|时常有车堵住大门。|古树不能移。|车主说没看见标牌。|车主自行处理。|连续三天停水。
连廊漏雨。|党支部提出三点要求。|党员带头清理楼道。|党群服务中心二楼。|费用：由各户分摊|费用不超过预算。|费用说明：见公告栏|冷水管和热水管一起换。|席位有限，先报名。|卫生死角已经清理。
卫生间漏水的有五户。|全体业主一致同意。|全部费用三万元。|全年巡查十二次。|边角料当天清走。|边施工边公示。|商铺门前要留通道。|商量后决定延期。|商户反映招牌被挡。|商户说生意受影响。
荣誉室向居民开放。|项目说明：分两期实施|温水管要保温。|施工时间：早八点到晚六点|施工说明：停水六小时|施工单位表示没问题。|施工期间请绕行。|施救通道不能占。|顾客停车占道。
顾问意见仅供参考。|顾虑主要在费用。|武装部提供帐篷。|孔洞要封堵。|汤锅和煤气罐不得放楼道。|陶瓷管改成塑料管。|贺信已经寄出。|丁字路口加装反光镜。|丁香树要修剪。|夏季高温，避开中午。
夏天蚊虫多。|秋天再补种。|冬天水管冻裂。|白纸黑字写清楚。|方位图贴在门口。|金属护栏生锈。|金秋送爽，活动照常。|江水倒灌的风险要评估。|高压线下不许搭棚。|高标准验收。|高龄老人补贴已发放。
杨树枝条碰着电线。|杨絮季节要冲洗路面。|柳树已经修剪。|梅雨季节防潮。|桂花树移到南侧。|兰花展在广场办。|花坛由志愿者认领。|林带补种三十棵。|林荫道禁止停车。|叶子堵了雨水口。
苗木款已付清。|谷雨前后补种。|麦收时节不开会。|米面油由社区送上门。|华灯初上时广场最吵。|华建小区2号楼一楼反水。|童车不得放在楼道。|蓝色桶装可回收物。|游园活动照常举行。
房屋鉴定报告已出。|房顶漏雨的先修。|房东应当告知租客。|房客也可以参加。|艾草味太大，请注意。|农贸市场要搬迁。|司机反映路窄。|司机说看不清标线。|阳台不得堆杂物。|阳光照不到一楼。
吉祥社区也在试点。|简单多数即可通过。|简易程序不适用。|景观灯十点关。|宫灯节前挂好。|柏油路面重铺。|宗旨是方便群众。|沙子水泥已到场。|沙坑要填平。|仲裁结果下周公布。|仇视和谩骂不可取。
初步意见：先试点后推广|主要问题：水压低|下一步：公示七天|具体要求：自带工具|处理结果：已解决|负责单位：物业|办理时限：十五日|会议时间：下周三下午|表决结果：通过|参会范围：全体楼门长
存在问题：噪声大|整改措施：加装隔音板|资金来源：维修资金|结论：下次再议|备注：无|联系方式：见公示栏|第一、费用公开；第二、工期公开。|一是停车难，二是充电难。|其他事项：无
多数人认为应当先修。|少数人反对。|双方同意各退一步。|双方表示不再追究。|三家单位同意分摊。|两户反映同一问题。|十二户同意，三户反对。|没有人反对。|谁反对，谁说明理由。|专家认为结构安全。
律师建议走诉讼。|民警提出要装监控。|记者问过这件事。|孩子们说想要滑梯。|年轻人建议建微信群。|家长反映放学拥堵。|楼上说没漏水。|对门表示不介意。|邻居反映有异味。|志愿者说人手不足。
网格员反映有积水。|经理表示会整改。|书记强调要公开。|主任提出三点意见。|代表们认为可行。|与会人员同意该方案。|与会者建议延长公示。|甲方同意，乙方反对。|上述意见，物业认为可行。
本次会议同意调整。|上次会议提出的问题已解决。|以上同意的请举手。|现场反映水压低。|群里反映较多。|热线反映的两件事。|书面反映材料已收。|公开说明情况。|当面说清楚。|再次建议尽快。
共同认为要先排险。|一致认为可行。|强烈反对扰民。|原则同意方案一。|口头同意不算数。|应该说还有差距。|也就是说要重来。|比如说停车问题。|据说要涨价。|听说明年要拆迁。|按理说不该收费。
换句话说，要分两步。|总的来说比较满意。|一般来说三天就好。|12345热线转来两件。|3号楼和5号楼先改。|3号楼2单元先施工。|每户分摊10-150元。|2-3天可以修好。
14:30-16:00停水。|预算86000元，余款3200元。|面积98.70平方米。|按GB/T 9704-2012排版。|2025-09-25开会。|共收到120户意见。
维修资金账户余额1203456.78元。
"""
ENGLISH_PLAIN = """
Residents said the light is out.|The Parks Office agreed to prune.|Item: replace the drain
When: Friday at seven|Where: school library|River Road stays closed.|The Board proposed a trial.
Riverside Primary School objected.|Good Friday is a holiday.|Next Meeting: in October
New Year fireworks were banned.|Total Cost: 86,000|Nobody objected.|Everyone agreed.
The Property Company reported delays.|Main Street said no.|Fire Brigade reported no fault.
Some said it costs too much.|The chair asked for a show of hands.|Two households voted against.
April May be too early.|Questions and Answers: see the board|House Rules said ten o'clock.
Clause 7 said so.|One neighbour suggested a gate.
"""


def sentences(text):
    return [part.strip() for line in text.split("\n") for part in line.split("|") if part.strip()]
