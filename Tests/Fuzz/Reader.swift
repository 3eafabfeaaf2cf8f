/// One of the program's readers, and what must hold of its answer.
struct Reader: Sendable {
  let name: String
  /// What is wrong; nil if nothing is. That it returns at all is what is tried first.
  let fault: @Sendable (Input) -> String?

  init(_ name: String, _ fault: @escaping @Sendable (Input) -> String?) {
    (self.name, self.fault) = (name, fault)
  }

  static let all = documents + halls + histories + pages + sheets + words

  /// The hall that an input belongs to, unless it is a charter itself.
  static let charterText = """
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

    """
}
