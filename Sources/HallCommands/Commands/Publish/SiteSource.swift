import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// Everything that the pages of a hall are made from. Where it is the same, so are they.
struct SiteSource {
  private let loaded: LoadedHall
  private let settings: [String]

  init(of loaded: LoadedHall, today: Day, _ language: Language, isFull: Bool) {
    self.loaded = loaded
    settings = [ProgramVersion.text, today.iso, language.rawValue, isFull ? "full" : "masked"]
  }

  /// SHA-256 over the settings, every text, and the end of every history.
  var digest: String {
    let hall = loaded.hall
    let texts =
      hall.charter.rosterDocuments + hall.matters.map(\.document) + hall.meetings.map(\.document)
    let books = hall.ballotBooks.values.map(\.document).sorted { $0.path < $1.path }
    let failures = loaded.failures.map(\.path)
    let parts = Parallel.map(count: texts.count) { [loaded] place in
      let text = texts[place]
      let last = HistoryPlace(of: text).flatMap { try? loaded.ledger(of: $0) }?.revisions.last
      return [text.path, SHA256.hex(of: text.bytes), last?.chain ?? "", last?.content ?? ""]
    }
    let all =
      settings + failures + parts.joined() + books.flatMap { [$0.path, SHA256.hex(of: $0.bytes)] }
    return SHA256.hex(of: Array(all.joined(separator: "\n").utf8))
  }
}
