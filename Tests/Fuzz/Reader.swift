import HallModel
import HallSyntax

/// One of the program's readers: what it is given, and what must hold of its answer.
struct Reader: Sendable {
  let name: String
  let material: Material
  /// How many of the 1,000 inputs of a round are its: many where one takes microseconds, few where it
  /// takes milliseconds.
  let share: Int
  /// What is wrong; nil if nothing is. That it returns at all is what is tried first.
  let fault: @Sendable (Input) -> String?

  init(
    _ name: String, _ material: Material, _ share: Int,
    _ fault: @escaping @Sendable (Input) -> String?
  ) {
    (self.name, self.material, self.share, self.fault) = (name, material, share, fault)
  }

  static let all = values + lines + documents + histories + pages + sheets + halls

  /// Monday, and the day on which all halls here are read.
  static let today = Day(year: 2025, month: 12, day: 1) ?? Day.first

  /// The hall that an input belongs to, unless it is a charter itself.
  static let charterText = Array(
    """
    ---
    议事厅: 厅
    ---

    # 厅

    ## 各方

    - 居民: 表决
    - 物业: 表决
    - 社区: 召集

    ## 表决规则

    ### 默认

    - 通过: 过半

    ## 日历

    - 休: 2026-01-01 至 2026-01-03
    - 班: 2026-01-04

    ## 名册

    | 姓名 | 方 | 房号 | 面积 |
    | --- | --- | --- | --- |
    | 张三 | 居民 | 1-101 | 80.5 |
    | 李四 | 居民 | 1-102 | 90 |
    | 王里 | 居民 |  |  |
    | 欧阳娜娜 | 居民 |  |  |
    | 阿卜杜拉·买买提 | 居民 |  |  |
    | Ann Lee | 居民 |  |  |
    | J. Brown | 居民 |  |  |
    | 赵六 | 物业 |  |  |

    """.utf8)

  static let charter = Charter(
    document: Document(path: "hall.md", kind: .hall, bytes: charterText))
}
