import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords
import HallWork

/// The words of a hall: its parties, people, rules and templates.
struct HallCandidates {
  let folder: HallFolder
  let charter: Charter
  /// The language of what the words mean.
  let language: Language

  init(_ folder: HallFolder, _ language: Language) {
    self.folder = folder
    self.language = language
    charter = folder.charter().charter
  }

  var parties: [Candidate] {
    charter.parties.parties.map { Candidate($0.name, $0.part.word(language)) }
  }

  /// How many people are listed before any of a name is typed.
  private static let mostPeople = 300

  /// Parties and people; after `物业/` its people. In a list of names, the last one is completed.
  func people(_ typed: String) -> Offer {
    let cut = typed.lastIndex { "、，,；;".contains($0) }.map(typed.index(after:))
    let beginning = typed[..<(cut ?? typed.startIndex)]
    let name = String(typed[(cut ?? typed.startIndex)...])
    if let slash = name.firstIndex(of: "/") {
      let party = String(name[..<slash])
      let own = charter.roster.rows.filter { $0.party == party && !$0.name.isEmpty }
      return Offer(
        HallCandidates.people(own) { "\(party)/\($0.name)" }.beginning(with: name)
      ).after(String(beginning))
    }
    let rows = charter.roster.rows.filter { !$0.name.isEmpty }
    let isLong = name.isEmpty && rows.count > HallCandidates.mostPeople
    let people = isLong ? [] : HallCandidates.people(rows) { $0.name }
    return Offer((parties + people).beginning(with: name)).after(String(beginning))
  }

  /// Each name once: somebody with several units has several rows.
  private static func people(
    _ rows: [Roster.Row], as name: (Roster.Row) -> String
  ) -> [Candidate] {
    var seen: Set<String> = []
    return rows.compactMap { row in
      let name = name(row)
      guard seen.insert(name).inserted else { return nil }
      return Candidate(
        name, [row.party, row.role].filter { !$0.isEmpty }.joined(separator: "  "))
    }
  }

  /// The hall's own rules, then the program's, as the hall writes them.
  var rules: [Candidate] {
    let own = charter.rules.ownNames
    let others = otherRules(charter.language).filter { !own.contains($0.word) }
    return own.map { Candidate($0, language.say("本厅的规则", "the hall's own")) } + others
  }

  /// The program's rules by the words of the other language.
  var otherRules: [Candidate] { otherRules(charter.language.other) }

  private func otherRules(_ words: Language) -> [Candidate] {
    Vocabulary.keywords(in: .ruleName).map { Candidate($0.word(words)) }
  }

  var templates: [Candidate] {
    let all = (try? AgendaTemplate.all(in: folder, charter.language)) ?? []
    return all.map { Candidate($0.name[language], $0.about?[language] ?? "") }
  }

  /// The numbers of a document's items; `D1` and `T3` of its decisions and tasks.
  func numbers(of thing: WordKind.Thing, in word: String) -> [Candidate] {
    guard let document = document(word), !word.contains("#") else { return [] }
    return Hall(charter: charter, documents: [document]).references.compactMap { reference in
      switch reference {
      case .item(_, let item) where thing == .item:
        item.number.map { Candidate(String($0), item.title) }
      case .decision(_, let decision) where thing != .item:
        decision.number.map { Candidate("D\($0)", decision.title) }
      case .task(_, let task) where thing != .item:
        task.number.map { Candidate("T\($0)", task.title) }
      default: nil
      }
    }
  }

  /// The revisions of a document, the latest first.
  func revisions(of word: String) -> [Candidate] {
    let name = word.hasPrefix("hall") ? "hall" : document(word)?.identifier?.text
    guard let place = name.flatMap({ HistoryPlace(named: $0) }),
      let ledger = try? folder.ledger(of: place)
    else { return [] }
    return ledger.revisions.reversed().map { revision in
      Candidate(
        String(revision.number), revision.at.prefix(10) + " " + revision.by + "  " + revision.why)
    }
  }
}

extension Document {
  fileprivate var identifier: DocumentID? { DocumentID(of: self) }
}
