import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// A web site of a hall: static pages that need no server and ask nothing of any other place.
package struct Site: Speaking {
  let source: FormSource
  /// Whether residents are shown by name.
  let isFull: Bool
  /// The day of the last revision of a document; nil without a history.
  let updated: @Sendable (Document) -> String?
  /// Whom and what to mask, with no mask given yet; nil if nothing is masked.
  private let masker: Masker?
  /// The meetings that residents may read: not those that say 公开: 否, and mediations only if they say
  /// 是.
  package let meetings: [Meeting]
  /// Their decisions, the newest first.
  let decisions: [(meeting: Meeting, decision: Decision)]
  /// The tasks that residents may read about: of matters, and of these meetings.
  let tasks: [(TaskOwner, Task)]
  /// The paths of these meetings.
  private let publicPaths: Set<String>

  /// - Parameter isFull: by name, and no number masked.
  package init(
    _ hall: Hall, today: Day, _ language: Language, isFull: Bool,
    updated: @escaping @Sendable (Document) -> String?
  ) {
    source = FormSource(hall, today: today, language, origin: nil)
    (self.isFull, self.updated) = (isFull, updated)
    masker = isFull ? nil : Masker(hall)
    // Every page asks for them: they are made once.
    let meetings = hall.meetings.filter(Site.isPublic)
    let paths = Set(meetings.map(\.document.path))
    decisions = meetings.flatMap { meeting in meeting.decisions.map { (meeting, $0) } }
      .sorted { ($0.meeting.day ?? .first) > ($1.meeting.day ?? .first) }
    tasks = hall.ownedTasks.filter { owner, _ in
      if case .meeting(let meeting) = owner { paths.contains(meeting.document.path) } else { true }
    }
    (self.meetings, publicPaths) = (meetings, paths)
  }

  private static func isPublic(_ meeting: Meeting) -> Bool {
    switch meeting.word(.isPublic, in: .yesNo) {
    case .yes?: true
    case .no?: false
    default: !meeting.decisions.contains { $0.kind == .settlement }
    }
  }

  func shows(_ meeting: Meeting) -> Bool { publicPaths.contains(meeting.document.path) }

  package var language: Language { source.language }
  var hall: Hall { source.hall }
  var today: Day { source.today }
  private var name: String { source.shown(hall.charter.name) }

  /// The site as it is written.
  package struct Content: Sendable {
    /// The files, by their paths in the site: the same for the same record and day.
    package let files: [(path: String, bytes: [UInt8])]
    /// Words that may be names of residents and are not masked, with a page they stand on; each once.
    package let possibleNames: [(name: String, page: String)]
  }

  package var content: Content {
    let decisions = meetings.flatMap { meeting in meeting.decisions.map { (meeting, $0) } }
    let lists =
      [front] + ["decisions.html", "meetings.html", "matters.html"].map(list) + [parties, board]
    // The pages do not know each other: they are made on all cores.
    let pages =
      lists + Parallel.map(count: meetings.count, inChunksOf: 8) { page(meetings[$0]) }
      + Parallel.map(count: hall.matters.count, inChunksOf: 8) { page(hall.matters[$0]) }
      + Parallel.map(count: decisions.count, inChunksOf: 8) {
        page(decisions[$0].1, of: decisions[$0].0)
      }
    let frame = SiteFrame(
      name: name, language: language,
      note: isFull
        ? say("由 hall 写出。", "Written by hall.")
        : say(
          "居民的姓名、电话、住址已经隐去，候选、当选、计票、监票和签字的人除外。由 hall 写出。",
          "Names, phones and homes of residents are masked, but for candidates, who was elected, tellers and"
            + " those who sign. Written by hall."))
    // What stands in the place of a name on one page is a name on all of them.
    var masker = self.masker
    let first = Parallel.map(count: pages.count, inChunksOf: 8) { [masker] place in
      masked(pages[place], with: masker)
    }
    let learned = first.reduce(into: Set<String>()) { $0.formUnion($1.masker?.found ?? []) }
    masker?.learn(learned)
    let results =
      learned.isEmpty
      ? first
      : Parallel.map(count: pages.count, inChunksOf: 8) { [masker] place in
        // Most pages have none of these names.
        let signs = first[place].masker?.signs
        return learned.contains { signs?.mayHold($0) ?? true }
          ? masked(pages[place], with: masker) : first[place]
      }
    let possible = zip(pages, results).flatMap { page, result in
      (result.masker?.possible ?? []).map { (name: $0, page: page.path) }
    }
    let masks = results.map { $0.page }
    let feed = Feed(
      self, zip(decisions, masks.suffix(decisions.count)).map { ($0.0, $0.1, $1) })
    var calendar = CalendarFile(hall, meetings, today: today, language)
    calendar.masker = masker
    let files =
      masks.map { ($0.path, frame.bytes($0)) } + [
        ("style.css", SiteStyle.css.withUTF8Buffer { Array($0) }),
        ("search.js", SiteStyle.search.withUTF8Buffer { Array($0) }),
        ("index.js", index(masks)), ("feed.xml", feed.bytes),
        ("tasks.ics", Array(calendar.text.utf8)),
      ]
    var seen: Set<String> = []
    return Content(files: files, possibleNames: possible.filter { seen.insert($0.name).inserted })
  }

  /// What is searched, as data of a script.
  private func index(_ pages: [SitePage]) -> [UInt8] {
    let entries = pages.filter(\.isSearched).map { page -> JSONValue in
      ["title": .string(page.title), "href": .string(page.path), "text": .string(page.words)]
    }
    return Array(("window.hallIndex = " + JSONValue.array(entries).line + ";\n").utf8)
  }

  // MARK: Masks

  /// Whether the roster is kept in `private/` and is not on this machine: then nobody knows whose names
  /// stand in what people said.
  package var isRosterMissing: Bool {
    guard !isFull, hall.charter.roster.isEmpty else { return false }
    let text = hall.charter.document.section(.roster).map { section in
      hall.charter.document.children(of: section).contains { child in
        hall.charter.document.slice(hall.charter.document.nodes[child].range).string
          .contains("private/roster.md")
      }
    }
    return text ?? false
  }

  /// The page with masks, which are counted anew on each, and what its masker has found.
  private func masked(
    _ page: SitePage, with masker: Masker?
  ) -> (page: SitePage, masker: Masker?) {
    guard var masker else { return (page, nil) }
    var masked = SitePage(
      path: page.path, title: masker.masked(page.title), blocks: [], updated: page.updated,
      isSearched: page.isSearched, isBoard: page.isBoard)
    masked.blocks = page.blocks.map { block in
      switch block {
      case .sheet(.prose) where isRosterMissing:
        return .sheet(.small(say("（原话略）", "(left out)")))
      case .sheet(let block): return .sheet(block.masked(&masker))
      case .entries(let entries):
        return .entries(
          entries.map { ($0.href, masker.masked($0.title), masker.masked($0.about)) })
      case .link(let href, let text): return .link(href: href, text: masker.masked(text))
      case .bar(let bar):
        return .bar(
          SitePage.Bar(
            share: bar.share, silent: bar.silent, need: bar.need,
            sentence: masker.masked(bar.sentence)))
      case .heading(let text, let id): return .heading(masker.masked(text), id: id)
      case .steps: return block
      case .search: return .search
      }
    }
    return (masked, masker)
  }
}
