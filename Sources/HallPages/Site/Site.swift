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
  let masker: Masker?
  /// The meetings that residents may read: not those that say 公开: 否, and mediations only if they say
  /// 是.
  package let meetings: [Meeting]
  /// Their decisions, the newest first.
  let decisions: [(meeting: Meeting, decision: Decision)]
  /// The tasks that residents may read about: of matters, and of these meetings.
  let tasks: [(TaskOwner, Task)]
  /// The first characters of the digest of each text, by its path: many pages show one.
  let digests = Memo<String, String>()
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
  var name: String { source.shown(hall.charter.name) }

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
  func masked(
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
