import HallModel
import HallPages
import HallStore
import HallSyntax
import HallWords

/// `hall export ndjson`: the lines of one hall or of hundreds, some halls and some documents at a time, on
/// all cores: what is shown is not held as a whole.
struct ExportedLines {
  private let invocation: Invocation
  /// The file to write; nil if the lines are shown.
  private let path: String?
  /// How many halls are held at a time, and of how many documents the lines.
  private static let halls = 16
  private static let documents = 256

  init(_ invocation: Invocation, to path: String?) {
    (self.invocation, self.path) = (invocation, path)
  }

  func answer() throws(Refusal) -> Answer {
    var answer = Answer()
    let folders = try invocation.folders(&answer)
    let stream = path == nil ? invocation.context.stream : nil
    var collected = ""
    var charter: Charter?
    var start = 0
    while start < folders.count {
      let part = Array(folders[start..<min(folders.count, start + ExportedLines.halls)])
      start += part.count
      let loaded = try invocation.load(
        part, &answer, namesFiles: true, isPart: folders.count > 1)
      charter = charter ?? loaded.first?.hall.charter
      // Parties and rules that nobody wrote are no data: such a hall is named, and left out.
      let known = loaded.filter { hall in
        !hall.failures.contains { $0.path == HallFolder.charterPath }
      }
      try write(known) { lines in
        if let stream { stream(lines) } else { collected += lines }
      }
    }
    guard let path else {
      answer.output =
        invocation.context.isTerminal ? VisibleText.lines(collected) : collected
      return answer
    }
    guard charter != nil else { return answer }
    try ExportedFile(path, .ndjson, invocation).write(collected)
    answer.output = ExportedFile.written(path)[try invocation.language(charter)]
    return answer
  }

  private func write(_ halls: [LoadedHall], _ take: (String) -> Void) throws(Refusal) {
    var entities: [EntityLines] = []
    for loaded in halls {
      let today = try invocation.today(loaded.hall.charter)
      entities.append(
        EntityLines(loaded, today: today) { document in
          HistoryPlace(of: document).flatMap {
            (try? loaded.ledger(of: $0))?.revisions.last?.number
          }
        })
    }
    let places = entities.indices.flatMap { hall in
      (0..<entities[hall].count).map { (hall: hall, document: $0) }
    }
    Parallel.map(count: places.count, inBatchesOf: ExportedLines.documents) { [entities] place in
      entities[places[place].hall].lines(of: places[place].document)
    } handingTo: { _, text in
      take(text)
    }
  }
}
