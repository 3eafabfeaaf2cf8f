/// Two words that stand one after the other, as 资金 and 明细: the last sign of one and the first of the
/// other may be what somebody is called.
enum JoinedWords {
  /// Whether two signs at a place belong to the word before them and to the word after them.
  static func hide(_ place: Int, in text: [Character]) -> Bool {
    guard place > 0, place + 2 < text.count else { return false }
    let signs = text[(place - 1)...(place + 2)].map { Sign($0) }
    return endings.contains(signs[0...1]) && OrdinaryWords.contains(signs[2...3])
  }

  /// Words that end in the sign of a surname.
  private static let endings = WordSet(
    """
    资金 现金 奖金 基金 押金 租金 罚金 定金 本金 薪金 佣金 礼金 提高 最高 升高 增高 偏高 过高 更高 较高 新高 水平 公平 和平 太平 生平 扯平 持平 \
    北方 南方 东方 西方 对方 双方 各方 甲方 乙方 丙方 地方 官方 警方 上方 下方 前方 后方 平方 立方 多方 一方 三方 每方 我方 校方 厂方 资方 药方 \
    有关 无关 相关 机关 开关 海关 把关 难关 单元 公元 百元 千元 万元 美元 欧元 多元 状元 临时 及时 按时 小时 同时 当时 随时 平时 准时 届时 定时 限时 \
    日常 平常 正常 经常 非常 异常 通常 照常 完成 形成 变成 造成 组成 建成 赞成 达成 构成 收成 生成 养成 落成 电话 党员 人员 成员 委员 会员 职员 \
    申请 邀请 聘请 报请 提请 恳请 保安 治安 公安 平安 不安 街边 河边 路边 身边 周边 旁边 一边 两边 左边 右边 上边 下边 里边 外边 这边 那边 \
    道路 马路 公路 铁路 电路 线路 网路 水路 走路 修路 让路 污水 自来水 雨水 漏水 用水 排水 积水 供水 停水 热水 冷水 开水 下水 墙面 地面 水面 路面 \
    会计 设计 统计 合计 共计 总计 审计 预计 估计 累计 小计 生计 楼房 厨房 住房 库房 用房 平房 门房 危房 机房 药房 购房 租房 买房 公司 上司 \
    门卫 警卫 保卫 环卫 老师 律师 厨师 医师 技师 工程师 会计师 青年 少年 老年 全年 去年 今年 明年 每年 多年 当年 往年 周年 学年 半年 大年 \
    小龙 水龙 家属 所属 附属 直属 电梯 楼梯 滑梯 房屋 车库 仓库 书库 金库 水库 汽车 停车 电动车 货车 堵车 消防车 小车 大车 自行车 校车 班车 \
    单位 岗位 车位 职位 席位 部位 各位 方位 学位 说明 证明 声明 表明 照明 注明 文明 透明 不明 标明 写明 讲明 查明 发明 公示 请示 指示 表示 提示 \
    社区 小区 市区 地区 城区 园区 辖区 片区 林区 院子 房子 孩子 桌子 法律 纪律 规律 一律 自律 树林 园林 竹林 绿林 树叶 落叶 茶叶 物管 主管 监管 城管 \
    水管 保管 接管 代管 不管 尽管 分管 掌管 共管 群众 听众 公众 大众 民众 经费 收费 缴费 水费 电费 运费 学费 花费 消费 免费 交费 自费 公费 浪费
    """.split { $0.isWhitespace }.map(String.init))
}
