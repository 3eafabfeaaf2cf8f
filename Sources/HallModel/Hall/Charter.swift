import HallSyntax

/// What `hall.md` says: the hall's name and language, its parties, roster, rules and calendar.
package final class Charter: Sendable {
  package let document: Document
  package let language: Language
  package let parties: PartyList
  package let calendar: WorkCalendar?
  package let rules: RuleBook
  private let lazyRoster: Lazy<Roster>
  /// The files the roster is read from: `hall.md`, and `private/roster.md` if it is here.
  package let rosterDocuments: [Document]

  /// - Parameter privateRoster: `private/roster.md`, if this copy of the hall has it.
  package convenience init(document: Document, privateRoster: Document? = nil) {
    self.init(document, rosterDocuments: [document] + (privateRoster.map { [$0] } ?? []))
  }

  /// A charter with the roster of another.
  package convenience init(_ charter: Charter, rosterOf other: Charter) {
    self.init(charter.document, rosterDocuments: other.rosterDocuments)
  }

  private init(_ document: Document, rosterDocuments documents: [Document]) {
    self.document = document
    let front = document.frontMatter
    let language = front.flatMap { document.field(.language, of: $0) }
      .flatMap { Language(rawValue: FullWidth.name($0).lowercased()) }
    self.language = language ?? Charter.guessedLanguage(of: document)
    if let section = document.section(.parties) {
      var parties = PartyList()
      parties.read(section, in: document)
      self.parties = parties
    } else {
      parties = .standard(self.language)
    }
    calendar = document.section(.calendar).map { WorkCalendar(section: $0, in: document) }
    rules = RuleBook(document)
    rosterDocuments = documents
    lazyRoster = Lazy { Roster(documents) }
  }

  package var roster: Roster { lazyRoster.value }

  /// The hall's name: the value of 议事厅, else the title.
  package var name: String {
    if let front = document.frontMatter, let name = document.field(.hall, of: front), !name.isEmpty
    {
      return name.string
    }
    guard let title = document.nodes.first(where: { $0.kind == .title }) else { return "" }
    return document.slice(title.value).string
  }

  package func length(_ keyword: Keyword) -> Length? {
    guard let front = document.frontMatter, let value = document.field(keyword, of: front) else {
      return nil
    }
    return try? Length(reading: value)
  }

  /// The fixed offset of 时区 in seconds east of Greenwich; nil means the machine's own.
  package var timeZoneOffset: Int? {
    guard let front = document.frontMatter, let value = document.field(.timeZone, of: front) else {
      return nil
    }
    return (try? ZoneOffset(reading: value))?.seconds
  }

  /// Without 语言, a hall's language is that of its first key.
  private static func guessedLanguage(of document: Document) -> Language {
    guard let front = document.frontMatter,
      let field = document.children(of: front).first(where: { document.nodes[$0].kind == .field }),
      let byte = document.slice(document.nodes[field].key).first
    else { return .zh }
    return byte < 0x80 ? .en : .zh
  }
}
