/// Lines that belong together, with what each must be read as once it is written: a vote with its
/// fields, a task with its own, a paragraph.
///
/// Typed text only ever comes after a lead that determines what the line is, and stays on one line.
package struct LineBlock: Sendable {
  struct Line: Sendable {
    /// What determines the kind of the line, as in `#### 表决: `; none of it was typed.
    let lead: String
    let text: String
    /// What the line must be read as; nil for a line without meaning.
    let kind: Node.Kind?
    let keyword: Keyword?
  }

  private(set) var lines: [Line] = []
  /// The language of the words that are written.
  private let language: Language

  package init(_ language: Language) {
    self.language = language
  }

  package var isEmpty: Bool { lines.isEmpty }

  package mutating func blank() {
    lines.append(Line(lead: "", text: "", kind: nil, keyword: nil))
  }

  /// `# title`
  package mutating func title(_ title: String) { add("# ", title, .title) }

  /// `## 议程`
  package mutating func section(_ keyword: Keyword) {
    add("## " + keyword.word(language), "", .section, keyword)
  }

  /// `### 2. title`
  package mutating func item(_ number: Int, _ title: String) {
    add("### \(number). ", title, .item)
  }

  /// `#### 表决: title`
  package mutating func vote(_ title: String) {
    add("#### \(Keyword.vote.word(language)): ", title, .vote, .vote)
  }

  /// `#### 决议 D1: title`
  package mutating func decision(_ number: Int, _ title: String) {
    add("#### \(Keyword.decision.word(language)) D\(number): ", title, .decision, .decision)
  }

  /// `- [ ] T3 title`
  package mutating func task(_ number: Int, _ title: String) {
    add("- [ ] T\(number) ", title, .task)
  }

  /// `- key: value`; indented, where it is a task's.
  package mutating func field(_ keyword: Keyword, _ value: String, indent: Int = 0) {
    add(lead(indent) + keyword.word(language) + ": ", value, .field, keyword)
  }

  /// The same, by another of its words.
  package mutating func field(_ keyword: Keyword, as word: String, _ value: String) {
    add("- " + word + ": ", value, .field, keyword)
  }

  /// `- name: value`, where the key is a name: a party's.
  package mutating func field(named name: String, _ value: String) {
    add("- ", name + ": " + value, .field)
  }

  /// `- 选项 name: value`
  package mutating func option(_ name: String, _ value: String) {
    add("- \(Keyword.option.word(language)) ", name + ": " + value, .field, .option)
  }

  /// `- 2025-03-10 吹哨: text`; a step without a text has no colon.
  package mutating func log(
    _ day: Day, at hour: String? = nil, _ keyword: Keyword, _ text: String
  ) {
    let step = "- \(LineBlock.moment(day, hour)) \(keyword.word(language))"
    add(text.isEmpty ? step : step + ": ", text, .logLine, keyword)
  }

  /// `- 2025-03-10 备注: text`, with a word that is not a step.
  package mutating func log(
    _ day: Day, at hour: String? = nil, remark word: String, _ text: String
  ) {
    add("- \(LineBlock.moment(day, hour)) \(word): ", text, .logLine)
  }

  private static func moment(_ day: Day, _ hour: String?) -> String {
    day.iso + (hour.map { " " + $0 } ?? "")
  }

  /// Paragraphs: one for each line of the text that is not blank. A line that would be read as a
  /// heading, a list or a fence gets a backslash in front, as Markdown allows.
  package mutating func prose(_ text: String) {
    var isFirst = true
    for line in text.split(whereSeparator: \.isNewline) {
      let words = Slice(String(line)).trimmed.string
      guard !words.isEmpty else { continue }
      if !isFirst { blank() }
      isFirst = false
      lines.append(Line(lead: "", text: LineBlock.escaped(words), kind: nil, keyword: nil))
    }
  }

  /// `- text` in a list below prose, where it means nothing.
  package mutating func point(_ text: String) {
    // A box would make it a task.
    let words = text.hasPrefix("[") ? "\\" + text : LineBlock.escaped(text)
    lines.append(Line(lead: "- ", text: words, kind: nil, keyword: nil))
  }

  private mutating func add(
    _ lead: String, _ text: String, _ kind: Node.Kind, _ keyword: Keyword? = nil
  ) {
    lines.append(Line(lead: lead, text: text, kind: kind, keyword: keyword))
  }

  private func lead(_ indent: Int) -> String { String(repeating: " ", count: indent) + "- " }

  /// The same lines with another bullet: the one their neighbours have.
  func indented(like lead: String) -> LineBlock {
    var copy = self
    copy.lines = lines.map { line in
      let content = line.lead.drop { $0 == " " }.dropFirst(2)
      return Line(lead: lead + content, text: line.text, kind: line.kind, keyword: line.keyword)
    }
    return copy
  }

  /// A line of prose, escaped so that it forms no structure.
  static func escaped(_ line: String) -> String {
    guard let first = line.first else { return line }
    if "#-*+`~<|>=:\\".contains(first) { return "\\" + line }
    // `1. ``` opens a fence within a list.
    let rest = line.drop { $0.isNumber }
    guard first.isNumber, let sign = rest.first, ".)".contains(sign) else { return line }
    let content = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
    guard content.hasPrefix("```") || content.hasPrefix("~~~") else { return line }
    return line.prefix(line.count - rest.count) + "\\" + rest
  }
}
