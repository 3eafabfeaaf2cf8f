import HallModel
import HallSyntax

/// A known key with a readable value after prose, where keys are not read.
package enum FieldPlace: Check {
  package static let id = "field-place"
  package static let about = Phrase(
    zh: "写对了的项目放错了地方：项目只在紧跟标题（或任务）的列表里读取，中间有了正文，后面的列表就只是正文。",
    en: "A known key with a readable value in the wrong place: keys are read only in the list that"
      + " directly follows a heading or a task. After any other text a list is prose.")

  package static func check(
    document: Document, _ context: CheckContext, _ report: inout Report
  ) {
    let log = document.kind == .matter ? document.section(.log) : nil
    lazy var parties = context.charter.parties(in: document)
    for (index, node) in document.nodes.enumerated() {
      if node.kind == .stray, names(index, document, parties, context.charter) {
        reportField(node, document, &report)
      }
      if let log, node.kind == .prose, document.holder(of: index) == log {
        for line in document.lines(in: node.range) { reportStep(line, document, &report) }
      }
    }
  }

  private static func reportField(_ node: Node, _ document: Document, _ report: inout Report) {
    let key = document.text(node.key)
    let isTaskKey = node.keyword.flatMap { Vocabulary.use(of: $0, in: .task) } != nil
    report.warning(
      document, node.key, zh: "「\(key)」写在正文后面，只算正文，没有读取",
      en: "'\(key)' stands after prose, where no key is read",
      hint: isTaskKey
        ? Phrase(
          zh: "移到它的任务下面，紧跟任务并往里缩进", en: "move it right under its task, indented")
        : Phrase(
          zh: "移到标题下面的第一个列表里，正文之前", en: "move it to the list under the heading, before any text"))
  }

  /// A dated step that is separated from the log by a text.
  private static func reportStep(
    _ line: Range<Int>, _ document: Document, _ report: inout Report
  ) {
    guard let word = step(line, document) else { return }
    report.warning(
      document, word.indices, zh: "「\(word.string)」这一步写在正文后面，只算正文，没有读取",
      en: "the step '\(word.string)' stands after prose, where no step is read",
      hint: Phrase(zh: "移到上面的列表里，正文之前", en: "move it to the list above, before any text"))
  }

  /// Whether the check reports a line of prose: a step that is separated from the log by a text.
  static func namesStep(_ line: Range<Int>, in prose: Int, _ document: Document) -> Bool {
    guard document.kind == .matter, document.nodes[prose].kind == .prose,
      let log = document.section(.log),
      document.holder(of: prose) == log
    else { return false }
    return step(line, document) != nil
  }

  /// The word of a line that begins with a day; nil where it does not.
  private static func step(_ line: Range<Int>, _ document: Document) -> Slice? {
    guard let content = document.listContent(of: line) else { return nil }
    var cursor = Cursor(content)
    guard (try? cursor.takeDay()) != nil else { return nil }
    cursor.skipSpaces()
    let rest = cursor.rest
    let end = rest.indices.first { place in
      let byte = FullWidth.byte(in: rest, at: place).byte
      return byte == UInt8(ascii: ":") || byte == UInt8(ascii: " ")
    }
    let word = rest[..<(end ?? rest.endIndex)]
    return Vocabulary.keyword(word, in: .log) == nil ? nil : word
  }

  /// Whether the check reports a stray field: one whose value can be read.
  static func names(
    _ index: Int, _ document: Document, _ parties: PartyList, _ charter: Charter
  ) -> Bool {
    let node = document.nodes[index]
    let value = document.slice(node.value)
    guard !value.isEmpty, let keyword = node.keyword,
      let use = Vocabulary.use(of: keyword, in: document.keyScope(of: index))
        ?? Vocabulary.use(of: keyword, in: .task)
    else { return false }
    switch use.value {
    case .text: return false
    case .person, .names:
      return NameList.split(value).first.map { isSomebody($0, parties, charter) } ?? false
    case .ballots:
      guard let entry = try? BallotEntry(side: value, parties: parties) else {
        return false
      }
      // Any text may be a name; what a speaker said matches one only by chance.
      guard case .names(let names) = entry else { return true }
      return names.allSatisfy { isSomebody($0, parties, charter) }
    default: return ValueReading.fault(of: value, as: use.value, parties: parties) == nil
    }
  }

  private static func isSomebody(_ slice: Slice, _ parties: PartyList, _ charter: Charter) -> Bool {
    let person = charter.person(slice, parties: parties)
    if person.hasWrittenParty { return person.party.flatMap { parties[$0] } != nil }
    return person.name.map(charter.roster.hasPerson) ?? false
  }
}
