import Foundation
import HallCommands

/// The hall every forged call writes to, recorded once; each test has a copy.
enum ForgedHall {
  static let notified = """
    ---
    会议: M-2025-009
    状态: 已通知
    时间: 2025-11-20 14:30
    ---

    # 专题会

    ## 议程

    ### 1. 屋面

    先议局部修补。

    """

  private static let files = [
    "hall.md": """
    ---
    议事厅: 试厅
    语言: zh
    ---

    # 试厅

    ## 名册

    | 姓名 | 方 | 身份 | 户 | 面积 | 业主 |
    | --- | --- | --- | --- | --- | --- |
    | 张三 | 居民 |  | 2-1-301 | 86.40 |  |
    | 钱七 | 居民 |  | 2-1-502 | 92.15 |  |
    | 周九 | 居民 |  | 2-2-101 | 86.40 |  |
    | 赵六 | 物业 |  |  |  |  |
    | 李四 | 社区 |  |  |  |  |
    | 王五 | 社区 |  |  |  |  |
    | 市政排水 | 职能部门 |  |  |  |  |

    """,
    "agendas/templates/自家.md": """
    ---
    会议: {{编号}}
    状态: 草稿
    时间: {{时间}}
    主持: {{甲}}
    ---

    # {{标题}}

    {{甲}}

    ## 议程

    ### 1. {{甲}}

    - 材料: {{甲}}

    第一{{甲}}第二

    - {{甲}}

    """,
    "agendas/M-2025-007.md": """
    ---
    会议: M-2025-007
    状态: 已召开
    时间: 2025-08-25 14:30
    ---

    # 协商会

    ## 参会人员

    - 居民: 张三

    ## 议程

    ### 1. 照明

    - 结论: 达成一致

    - [ ] T1 换灯
      - 负责: 物业/赵六
      - 期限: 2025-12-15

    """,
    "agendas/M-2025-008.md": """
    ---
    会议: M-2025-008
    状态: 已召开
    时间: 2025-09-25 14:30-16:00
    ---

    # 协商会

    ## 参会人员

    - 居民: 张三、钱七
    - 物业: 赵六

    ## 议程

    ### 1. 更换主管

    - 问题: Q-2025-014

    张三说了三次反水。

    #### 表决: 更换主管

    - 规则: 业主一般事项
    - 方式: 书面
    - 应到: 120户 9860.50㎡
    - 收回: 92户 7402.80㎡
    - 同意: 70户 5610.30㎡
    - 反对: 12户 960.20㎡
    - 弃权: 10户 832.30㎡
    - 结果: 通过

    #### 决议 D1: 更换主管

    - 性质: 业主共同决定
    - 异议: 2025-11-29 张三：太吵

    由物业牵头。

    - [ ] T1 取得报价
      - 负责: 物业/赵六
      - 期限: 2025-12-15

    ### 2. 车棚

    选址还没有想好。

    ### 3. 纸票

    #### 表决: 换泵

    - 规则: 业主一般事项
    - 方式: 书面

    """,
    "agendas/M-2025-009.md": notified,
    "agendas/M-2025-010.md": """
    ---
    会议: M-2025-010
    状态: 草稿
    时间: 2025-12-15 14:30
    地点: 二楼
    ---

    # 例会

    ## 议程

    ### 1. 屋面

    """,
    "matters/Q-2025-014.md": """
    ---
    问题: Q-2025-014
    日期: 2025-03-02
    ---

    # 反水

    ## 进展

    - 2025-03-02 收集: 一楼

    """,
    "matters/Q-2025-017.md": """
    ---
    问题: Q-2025-017
    日期: 2025-03-02
    ---

    # 井盖

    ## 进展

    - 2025-03-02 收集

    """,
    "matters/Q-2025-015.md": """
    ---
    问题: Q-2025-015
    日期: 2025-03-02
    ---

    # 道闸

    ## 进展

    - 2025-03-02 收集
    - 2025-04-02 结案: 修好

    """,
    "matters/Q-2025-016.md": """
    ---
    问题: Q-2025-016
    日期: 2025-03-02
    ---

    # 路灯

    ## 进展

    - 2025-03-02 收集

    - [ ] T1 换灯
      - 负责: 物业/赵六
      - 期限: 2025-12-15

    """,
  ]

  /// Every file of the hall, with its histories; what was done last can be taken back.
  static let recorded: [String: [UInt8]] = {
    guard let hall = try? TestHall(files) else { return [:] }
    for call in [
      ["record"], ["sign-off", "M-2025-007", "居民", "张三"], ["approve", "M-2025-007"],
      ["task", "note", "M-2025-008-T1", "在办"],
    ] {
      let context = hall.context(
        environment: ["HALL_AUTHOR": "王五"], console: ScriptedConsole([], isInteractive: false))
      let answer = CommandTable.answer(call, in: context)
      if answer.status != 0 { return [:] }
    }
    return hall.files
  }()
}

extension TestHall {
  /// Every file below the folder with its bytes; hidden ones too.
  var files: [String: [UInt8]] {
    let root = folder.path(percentEncoded: false)
    var found: [String: [UInt8]] = [:]
    guard let walk = FileManager.default.enumerator(atPath: root) else { return found }
    while let path = walk.nextObject() as? String {
      guard walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular else { continue }
      found[path] = FileManager.default.contents(atPath: root + "/" + path).map(Array.init)
    }
    return found
  }

  /// Makes the folder hold exactly these files.
  func restore(_ files: [String: [UInt8]], from current: [String: [UInt8]]) throws {
    for path in current.keys where files[path] == nil {
      try FileManager.default.removeItem(at: folder.appending(path: path))
    }
    for (path, bytes) in files where current[path] != bytes { try write(Data(bytes), to: path) }
  }
}
