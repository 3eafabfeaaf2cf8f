import TestSupport

/// One change that one clerk makes to the minutes.
package struct RandomEdit {
  /// The cell it overwrites: two clerks who write there contradict each other, unless they write
  /// the same. Nil if it only adds.
  let cell: String?
  let value: String
  let apply: (String) -> String

  /// Minutes with three items, each with a vote, a decision and two tasks.
  package static let base: String = {
    var text = """
      ---
      会议: M-2025-008
      状态: 已召开
      时间: 2025-09-25 14:30
      ---

      # 协商会

      ## 参会人员

      - 居民: 张三、钱七
      - 物业: 赵六

      ## 议程

      """
    for item in 1...3 {
      text += """

        ### \(item). 第\(item)件事

        - 提出: 居民/张三

        讨论\(item)开始。

        #### 表决: 表决\(item)

        - 实到: 100户
        - 同意: 6\(item)户
        - 反对: 1\(item)户
        - 弃权: \(item)户

        #### 决议 D\(item): 决议\(item)

        - 性质: 协商意见

        - [ ] T\(2 * item - 1) 任务\(2 * item - 1)
          - 负责: 赵六
          - 期限: 2025-11-0\(item)
        - [ ] T\(2 * item) 任务\(2 * item)
          - 负责: 赵六
          - 期限: 2025-12-0\(item)

        """
    }
    return text + "\n"
  }()

  /// - Parameter side: a word that nobody else uses.
  static func random(_ side: String, _ count: Int, using numbers: inout SplitMix64)
    -> RandomEdit
  {
    let item = Int.random(in: 1...3, using: &numbers)
    let task = Int.random(in: 1...6, using: &numbers)
    let figure = Int.random(in: 1...3, using: &numbers)
    let word = "\(side)\(count)"
    switch Int.random(in: 0...11, using: &numbers) {
    case 0:
      return line("同意: 6\(item)户", "同意: 7\(item)\(figure)户", cell: "表决\(item)", "同意 7\(figure)")
    case 1:
      return line("反对: 1\(item)户", "反对: 2\(item)\(figure)户", cell: "表决\(item)", "反对 2\(figure)")
    case 2: return line("- [ ] T\(task) ", "- [x] T\(task) ", cell: "框\(task)", "完成")
    case 3: return line("- [ ] T\(task) ", "- [-] T\(task) ", cell: "框\(task)", "取消")
    case 4:
      return after(
        "任务\(task)\n  - 负责: 赵六\n", "  - 延期: 2026-01-0\(figure) 任务\(task)\n", cell: "期限\(task)",
        "\(figure)")
    case 5:
      return RandomEdit(cell: nil, value: word) { text in
        let number = next("T", in: text)
        return insert(
          text, atEndOf: item, "- [ ] T\(number) 新任务\(word)\n  - 负责: 赵六\(word)\n")
      }
    case 6:
      return RandomEdit(cell: nil, value: word) { text in
        insert(text, atEndOf: item, "#### 表决: 新表决\(word)\n\n- 范围: \(word)\n")
      }
    case 7:
      return RandomEdit(cell: nil, value: word) { text in
        let number = next("D", in: text)
        return insert(text, atEndOf: item, "#### 决议 D\(number): 新决议\(word)\n\n- 经费: \(word)\n")
      }
    case 8: return line("- 物业: ", "- 物业: \(word)、", cell: nil, word)
    case 9:
      return after("\n\n讨论\(item)开始。\n", "\n\(word)说明。\n", cell: nil, word)
    case 10: return line("讨论\(item)开始", "讨论\(item)由\(word)重写", cell: "文字\(item)", word)
    default:
      let minutes = "\(item)\(figure)分钟"
      return after(
        "### \(item). 第\(item)件事\n\n- 提出: 居民/张三\n", "- 时长: \(minutes)\n",
        cell: "时长\(item)", minutes)
    }
  }

  private static func line(_ old: String, _ new: String, cell: String?, _ value: String)
    -> RandomEdit
  {
    RandomEdit(cell: cell, value: value) { $0.replacing(old, with: new, maxReplacements: 1) }
  }

  private static func after(_ old: String, _ new: String, cell: String?, _ value: String)
    -> RandomEdit
  {
    RandomEdit(cell: cell, value: value) { $0.replacing(old, with: old + new, maxReplacements: 1) }
  }

  private static func next(_ letter: Character, in text: String) -> Int {
    let numbers = text.split(separator: "\n").flatMap { $0.split(separator: " ") }.compactMap {
      word in
      word.first == letter ? Int(word.dropFirst().prefix { $0.isASCII && $0.isNumber }) : nil
    }
    return (numbers.max() ?? 0) + 1
  }

  private static func insert(_ text: String, atEndOf item: Int, _ block: String) -> String {
    let next = "\n### \(item + 1). "
    guard item < 3, text.contains(next) else { return text + "\n" + block }
    return text.replacing(next, with: "\n" + block + next, maxReplacements: 1)
  }
}

/// One clerk's version of the minutes, one edit after the other.
package struct RandomSide {
  /// The text after each edit that changed something.
  package private(set) var texts: [String] = []
  /// The cells it overwrites, with the values it writes.
  package private(set) var cells: [String: Set<String>] = [:]

  package init(_ side: String, using numbers: inout SplitMix64) {
    var text = RandomEdit.base
    for count in 1...Int.random(in: 1...5, using: &numbers) {
      let edit = RandomEdit.random(side, count, using: &numbers)
      // A clerk does not contradict himself.
      if let cell = edit.cell, cells[cell] != nil, !cell.hasPrefix("表决") { continue }
      let changed = edit.apply(text)
      guard changed != text else { continue }
      if let cell = edit.cell { cells[cell, default: []].insert(edit.value) }
      text = changed
      texts.append(text)
    }
  }

  package var text: String { texts.last ?? RandomEdit.base }

  /// The cells that both sides overwrite with different values.
  package func contradictions(_ other: RandomSide) -> [String] {
    cells.keys.filter { cell in other.cells[cell].map { $0 != cells[cell] } ?? false }.sorted()
  }
}
