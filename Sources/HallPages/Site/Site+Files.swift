import HallModel
import HallSyntax
import HallWords

/// Names on a site for whoever publishes it to look at.
package struct SiteNames: Sendable {
  /// Words that may be names of residents and are not masked, each once, with a page it stands on.
  package fileprivate(set) var possible: [(name: String, page: String)] = []
  /// Residents who are shown by name because of an office, in the order of their names.
  package fileprivate(set) var shownResidents: [String] = []

  package init() {}
}

/// The files of a site are handed over one by one, so that it needs the memory of some pages and not of
/// all.
extension Site {
  /// A page by what it is about.
  private enum Subject: Sendable {
    case front, parties, board
    case list(String)
    case meeting(Int)
    case matter(Int)
    case decision(Int)
  }

  /// A page as it is handed over, and what is kept of it.
  private struct Made: Sendable {
    let path: String
    let bytes: [UInt8]
    /// Its line in the search; nil if it is not searched.
    let entry: String?
    /// The signs it may have; nil if nothing is masked.
    let signs: SignFilter?
    let namesFound: Set<String>
    let possibleNames: [String]
    let shownResidents: Set<String>
  }

  /// What is kept of a page until all are made.
  private struct Kept {
    let path: String
    var entry: String?
    let signs: SignFilter?
    var possibleNames: [String]
  }

  /// How many pages are held at a time.
  private static let batch = 128

  private var frame: SiteFrame {
    SiteFrame(
      name: name, language: language,
      note: isFull
        ? say("由 hall 写出。", "Written by hall.")
        : say(
          "居民的姓名、电话、住址已经隐去，候选、当选、计票、监票和签字的人除外。由 hall 写出。",
          "Names, phones and homes of residents are masked, but for candidates, who was elected, tellers and"
            + " those who sign. Written by hall."))
  }

  /// Makes the files, the same for the same record and day. A page may come again, with more masked: the
  /// last one holds.
  ///
  /// - Parameter add: takes a file, by its path in the site.
  package func write<Failure: Error>(
    to add: (_ path: String, _ bytes: [UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> SiteNames {
    let decisions = meetings.flatMap { meeting in meeting.decisions.map { (meeting, $0) } }
    let all: [Subject] =
      [.front, .list("decisions.html"), .list("meetings.html"), .list("matters.html"), .parties]
      + [.board] + meetings.indices.map { .meeting($0) } + hall.matters.indices.map { .matter($0) }
      + decisions.indices.map { .decision($0) }
    // Two documents may have one identifier, and so one page: the later one is shown.
    func address(_ subject: Subject) -> String {
      switch subject {
      case .front: "index.html"
      case .parties: "parties.html"
      case .board: "board.html"
      case .list(let path): path
      case .meeting(let index): path(.meeting(meetings[index]))
      case .matter(let index): path(.matter(hall.matters[index]))
      case .decision(let index): path(.decision(decisions[index].0, decisions[index].1))
      }
    }
    var addresses: Set<String> = []
    let subjects = Array(
      all.reversed().filter { addresses.insert(address($0)).inserted }.reversed())
    let page = { @Sendable (subject: Subject) -> SitePage in
      switch subject {
      case .front: front
      case .parties: parties
      case .board: board
      case .list(let path): list(path)
      case .meeting(let index): self.page(meetings[index])
      case .matter(let index): self.page(hall.matters[index])
      case .decision(let index): self.page(decisions[index].1, of: decisions[index].0)
      }
    }
    var masker = self.masker
    var kept: [Kept] = []
    var learned: Set<String> = []
    var shownResidents: Set<String> = []
    try make(subjects, page, masker) { (_, made) throws(Failure) in
      learned.formUnion(made.namesFound)
      shownResidents.formUnion(made.shownResidents)
      try add(made.path, made.bytes)
      kept.append(
        Kept(
          path: made.path, entry: made.entry, signs: made.signs, possibleNames: made.possibleNames))
    }
    // What stands in the place of a name on one page is a name on all of them. Most pages have none.
    if !learned.isEmpty {
      masker?.learn(learned)
      let again = kept.indices.filter { place in
        learned.contains { kept[place].signs?.mayHold($0) ?? false }
      }
      try make(again.map { subjects[$0] }, page, masker) { (number, made) throws(Failure) in
        try add(made.path, made.bytes)
        kept[again[number]].entry = made.entry
        kept[again[number]].possibleNames = made.possibleNames
      }
    }
    let feed = Feed(
      self,
      self.decisions.prefix(Feed.limit).map { meeting, decision in
        (meeting, decision, masked(self.page(decision, of: meeting), with: masker).page)
      })
    var calendar = CalendarFile(hall, meetings, today: today, language)
    calendar.masker = masker
    try add("style.css", SiteStyle.css.withUTF8Buffer { Array($0) })
    try add("search.js", SiteStyle.search.withUTF8Buffer { Array($0) })
    try add("index.js", index(kept.compactMap(\.entry)))
    try add("feed.xml", feed.bytes)
    try add("tasks.ics", Array(calendar.text.utf8))
    var seen: Set<String> = []
    var names = SiteNames()
    names.possible = kept.flatMap { page in page.possibleNames.map { ($0, page.path) } }
      .filter { seen.insert($0.0).inserted }
    names.shownResidents = shownResidents.sorted()
    return names
  }

  /// Makes pages on all cores, some at a time, and hands each over with its number.
  private func make<Failure: Error>(
    _ subjects: [Subject], _ page: @escaping @Sendable (Subject) -> SitePage, _ masker: Masker?,
    _ take: (Int, Made) throws(Failure) -> Void
  ) throws(Failure) {
    let frame = self.frame
    try Parallel.map(count: subjects.count, inBatchesOf: Site.batch) { place -> Made in
      let (page, masker) = masked(page(subjects[place]), with: masker)
      return Made(
        path: page.path, bytes: frame.bytes(page), entry: page.isSearched ? entry(page) : nil,
        signs: masker?.signs, namesFound: masker?.found ?? [],
        possibleNames: masker?.possible ?? [], shownResidents: masker?.shownResidents ?? [])
    } handingTo: { (number, made) throws(Failure) in
      try take(number, made)
    }
  }

  /// The line of a page in what is searched.
  private func entry(_ page: SitePage) -> String {
    let entry: JSONValue = [
      "title": .string(page.title), "href": .string(page.path), "text": .string(page.words),
    ]
    return entry.line
  }

  /// What is searched, as data of a script.
  private func index(_ entries: [String]) -> [UInt8] {
    var bytes = Array("window.hallIndex = [".utf8)
    for (number, entry) in entries.enumerated() {
      if number > 0 { bytes += Array(",".utf8) }
      bytes += Array(entry.utf8)
    }
    return bytes + Array("];\n".utf8)
  }
}
