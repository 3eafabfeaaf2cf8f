import HallModel
import HallSyntax

/// A table whose headers are keys: `| 同意 | 反对 | 弃权 |` over a row of counts, or
/// `| 任务 | 负责 | 期限 |` with a task in each row.
struct NearTable {
  /// One or several facts of one row.
  struct Found {
    let node: Int
    /// The key that the row has a value for; nil for a task.
    let keyword: Keyword?
    /// The lines to write.
    let form: String
  }

  let header: [Slice]
  let rows: [(node: Int, cells: [Slice])]
  let place: FactPlace

  /// The facts in the rows.
  var facts: [Found] {
    let ticked = ticks
    if !ticked.isEmpty { return ticked }
    let tasks = tasks
    return tasks.isEmpty ? values : tasks
  }

  /// The key of the place at the head of a column, with its written word.
  private func key(_ column: Int, in scope: Scope) -> (keyword: Keyword, word: String)? {
    guard column < header.count else { return nil }
    let word = Traditional.simplified(header[column]) ?? header[column]
    guard let keyword = Vocabulary.keyword(word, in: scope) else { return nil }
    return (keyword, word.trimmed.string)
  }

  /// Whether all headers are keys, except perhaps the first.
  var isHeadedByKeys: Bool {
    header.indices.dropFirst().allSatisfy { key($0, in: place.scope) != nil }
  }

  /// The rows of a table whose headers are keys. The first header may be something else if the
  /// table has a single row; with several rows such a table counts parts, for example houses.
  private var values: [Found] {
    guard KeyForms.of(place.scope) != nil, place.scope != .log else { return [] }
    let isKey = header.indices.map { key($0, in: place.scope) != nil }
    if header.count > 1, isKey[0], let options = options { return options }
    guard isKey.dropFirst().allSatisfy({ $0 }), header.count > 1,
      isKey[0] || rows.count == 1 && header.count > 2
    else { return [] }
    return rows.compactMap { row in
      var lines: [String] = []
      var first: Keyword?
      var isSure = false
      for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
        guard let key = key(column, in: place.scope),
          let use = Vocabulary.use(of: key.keyword, in: place.scope)
        else { continue }
        if place.reads(cell, as: use.value) {
          isSure = true
        } else if use.value != .text {
          return nil
        }
        first = first ?? key.keyword
        lines.append("- \(key.word): \(cell.string)")
      }
      return isSure
        ? Found(node: row.node, keyword: first, form: lines.joined(separator: "\n")) : nil
    }
  }

  /// `| 选项 | 票数 |` with a row for each option; nil for any other table.
  private var options: [Found]? {
    guard place.scope == .vote, let key = key(0, in: .vote), key.keyword == .option else {
      return nil
    }
    return rows.compactMap { row in
      guard row.cells.count > 1, !row.cells[0].isEmpty, place.reads(row.cells[1], as: .ballots)
      else { return nil }
      return Found(
        node: row.node, keyword: .option,
        form: "- \(key.word) \(row.cells[0].string): \(row.cells[1].string)")
    }
  }

  /// Rows that are tasks: two keys of a task, or one and a column of what is to be done, and a
  /// value that can be read for one of them.
  private var tasks: [Found] {
    guard place.takesTasks else { return [] }
    let keys = header.indices.filter { key($0, in: .task) != nil }
    let title = header.firstIndex { NearTable.titles.contains(FullWidth.name($0).lowercased()) }
    guard keys.count > 1 || keys.count == 1 && title != nil else { return [] }
    let column =
      title ?? header.indices.first { !keys.contains($0) && !NearTable.isNumber(header[$0]) }
    return rows.compactMap { row in
      var lines: [String] = []
      var isSure = false
      for place in keys where place < row.cells.count && !row.cells[place].isEmpty {
        guard let key = key(place, in: .task),
          let use = Vocabulary.use(of: key.keyword, in: .task)
        else { continue }
        let cell = row.cells[place]
        if self.place.reads(cell, as: use.value) { isSure = true }
        lines.append("- \(key.word): \(cell.string)")
      }
      guard isSure || keys.count > 1 && title != nil && !lines.isEmpty else { return nil }
      let words = column.flatMap { $0 < row.cells.count ? row.cells[$0].string : nil } ?? ""
      return Found(
        node: row.node, keyword: nil, form: (["- [ ] \(words)"] + lines).joined(separator: "\n"))
    }
  }

  private static let titles: Set<String> = [
    "任务", "事项", "工作", "工作任务", "工作事项", "整改事项", "内容", "待办", "措施", "任務", "task", "what", "action",
    "todo",
  ]

  private static func isNumber(_ header: Slice) -> Bool {
    ["序号", "编号", "号", "no", "no.", "#", "id"].contains(FullWidth.name(header).lowercased())
  }

  /// Rows of names with a tick in the column of each person's choice: `| 张三 | √ | |`.
  private var ticks: [Found] {
    guard place.scope == .vote, holdsTicks else { return [] }
    return rows.compactMap { row in
      guard let name = row.cells.first, !name.isEmpty else { return nil }
      for column in row.cells.indices.dropFirst() where NearTable.isTick(row.cells[column]) {
        guard let key = key(column, in: .vote),
          Vocabulary.use(of: key.keyword, in: .vote)?.value.takesNames ?? false
        else { continue }
        return Found(
          node: row.node, keyword: key.keyword, form: "- \(key.word): \(name.string)")
      }
      return nil
    }
  }

  /// Whether cells contain ticks.
  var holdsTicks: Bool {
    rows.contains { $0.cells.dropFirst().contains(where: NearTable.isTick) }
  }

  private static func isTick(_ cell: Slice) -> Bool {
    ["√", "✓", "✔", "✔️", "☑", "✅", "x", "v", "○", "●", "1", "是", "到", "yes"].contains(
      FullWidth.name(cell).lowercased())
  }
}

extension ValueKind {
  /// Whether names are allowed there.
  var takesNames: Bool { [.names, .ballots, .person].contains(self) }
}
