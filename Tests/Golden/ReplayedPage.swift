import Foundation

/// A page whose command blocks are done again, in order, in a clean folder.
///
///     ```console                      a script, on 1 December 2025, and what it answers
///     ```console 2025-03-02 09:30 王五   王五 at a terminal, on that day; it stays so further down
///     ```console 2025-03-02 09:30 -      somebody whose name the machine does not know
///     ```csv 业主.csv                  a file that the reader makes, before the calls below it
///     ```crontab                      each line is run once, as cron does; only what is wrong is shown
///     ```console not run: needs root  left alone; every page has its number of these
///     <!-- console                    done and not shown, up to `-->`
///
/// `$ ` begins a call, `⏎` ends a line that is typed when the program asks, and a line `…` stands for
/// any number of lines. The exit status of a script is shown below its answer where it is not nought:
/// `[1]`. A block that shows no answer at all is run too, and no call of it may fail (2 and above).
///
/// In a new page write `?` below a call, and record it.
struct ReplayedPage {
  private static let unrun = "not run: "

  let page: MarkdownPage

  /// The blocks that are left alone, each with its reason.
  static func unrunReasons(of page: MarkdownPage) -> [String] {
    page.blocks.filter { $0.language == "console" && $0.rest.hasPrefix(unrun) }
      .map { String($0.rest.dropFirst(unrun.count)) }
  }

  static func isReplayed(_ block: MarkdownPage.Block) -> Bool {
    block.language == "console" && !block.rest.hasPrefix(unrun)
  }

  /// The page with the answers as they are.
  func replayed() throws -> String {
    var desk = try PageDesk(language: page.path.hasSuffix(".zh.md") ? "zh_CN.UTF-8" : "en_US.UTF-8")
    if page.text.contains("samples/") { try desk.bringSamples() }
    var answered: [(place: Range<Int>, lines: [String])] = []
    for block in page.blocks {
      if let file = block.file { try desk.write(page.text(of: block), to: file) }
      if block.language == "crontab" {
        answered.append((block.lines, page.lines[block.lines].flatMap { desk.cron($0) }))
      }
      guard ReplayedPage.isReplayed(block) else { continue }
      desk.turn(to: block.rest)
      answered.append((block.lines, replayed(Array(page.lines[block.lines]), at: &desk)))
    }
    var lines = page.lines
    for (place, text) in answered.reversed() { lines.replaceSubrange(place, with: text) }
    return lines.joined(separator: "\n")
  }

  private func replayed(_ lines: [String], at desk: inout PageDesk) -> [String] {
    let showsNothing = zip([""] + lines, lines).allSatisfy { before, line in
      line.isEmpty || line.hasPrefix("$ ") || before.hasSuffix("\\")
    }
    var result: [String] = []
    var index = 0
    while index < lines.count {
      let line = lines[index]
      index += 1
      result.append(line)
      guard line.hasPrefix("$ ") else { continue }
      var call = line.dropFirst(2)
      while call.hasSuffix("\\"), index < lines.count {
        call = call.dropLast() + lines[index]
        result.append(lines[index])
        index += 1
      }
      var shown = Array(lines[index...].prefix { !$0.hasPrefix("$ ") })
      index += shown.count
      // Empty lines between two calls are the writer's.
      let blank = shown.reversed().prefix { $0.isEmpty }.count
      shown.removeLast(blank)
      let (answer, status) = desk.answer(String(call), shown: shown)
      if !showsNothing || status > 1 { result += ReplayedPage.merged(shown, answer) }
      result += Array(repeating: "", count: blank)
    }
    return result
  }

  /// What the page shows, where it is the answer but for lines that are left out; else the answer.
  static func merged(_ shown: [String], _ answer: [String]) -> [String] {
    let pieces = shown.split(separator: "…", omittingEmptySubsequences: false).map(Array.init)
    guard pieces.count > 1, let first = pieces.first, let last = pieces.last else { return answer }
    guard answer.count >= first.count + last.count, answer.starts(with: first),
      answer.suffix(last.count).elementsEqual(last)
    else { return answer }
    var rest = answer.dropFirst(first.count).dropLast(last.count)
    for piece in pieces.dropFirst().dropLast() {
      guard let place = rest.firstRange(of: piece) else { return answer }
      rest = rest[place.upperBound...]
    }
    return shown
  }
}
