import HallModel
import HallSyntax
import HallWords

/// The matches, for people: the part they are in, then each line with its place.
struct SearchText {
  private let halls: [SearchAnswer]
  private let language: Language
  private let style: Style
  private let width: Int?
  private let words: [String]

  init(_ halls: [SearchAnswer], language: Language, _ invocation: Invocation) {
    self.halls = halls
    self.language = language
    style = invocation.style
    width = invocation.context.fittingWidth
    words = invocation.arguments
  }

  var text: String {
    var text = ""
    let labels = HallLabels(halls.map(\.charter.name))
    for hall in halls {
      let prefix = labels.prefix(hall.charter.name, in: hall.folder)
      text += prefix + heading(hall.lines.count)
      var last: (name: String, path: String)?
      for line in hall.lines {
        let name = line.identifier
        if last?.name != name || last?.path != line.path {
          let title = VisibleText.line(line.title.string)
          let room = width.map { $0 - DisplayWidth.of(prefix + name) - 2 }
          let shown = room.map { DisplayWidth.clipped(title, to: max(12, $0)) } ?? title
          text += prefix + style.bold(name) + (title.isEmpty ? "" : "  " + shown) + "\n"
          last = (name, line.path)
        }
        text += prefix + entry(line, prefix)
      }
    }
    return text
  }

  private func heading(_ count: Int) -> String {
    guard count == 0 else {
      return Phrase(zh: "找到 \(count) 行", en: "\(Language.counted(count, "line")) found")[
        language]
        + "\n"
    }
    let zh = words.map { "「\(VisibleText.line($0))」" }.joined()
    let en = words.map { "'\(VisibleText.line($0))'" }.joined(separator: " ")
    return Phrase(zh: "没有找到\(zh)", en: "\(en) was not found")[language] + "\n"
  }

  private func entry(_ line: FoundLine, _ prefix: String) -> String {
    let place = "  \(VisibleText.line(line.path)):\(line.line)  "
    let room = width.map { max(20, $0 - DisplayWidth.of(prefix + place)) }
    return style.dim(place) + excerpt(SearchText.pieces(of: line), room) + "\n"
  }

  /// The line cut at the beginning and end of each match, without leading blanks.
  private static func pieces(of line: FoundLine) -> [(text: String, isMatch: Bool)] {
    var pieces: [(text: String, isMatch: Bool)] = []
    var end = min(line.text[...].trimmed.startIndex, line.matches.first?.lowerBound ?? 0)
    for match in line.matches where match.upperBound > end {
      let start = max(match.lowerBound, end)
      if start > end { pieces.append((shown(line.text[end..<start]), false)) }
      pieces.append((shown(line.text[start..<match.upperBound]), true))
      end = match.upperBound
    }
    if end < line.text.count { pieces.append((shown(line.text[end...]), false)) }
    return pieces
  }

  private static func shown(_ bytes: Slice) -> String { VisibleText.line(bytes.string) }

  /// The pieces with the matches marked, cut to a width so that the first match is visible.
  private func excerpt(_ pieces: [(text: String, isMatch: Bool)], _ room: Int?) -> String {
    var pieces = pieces
    guard let room, pieces.reduce(0, { $0 + DisplayWidth.of($1.text) }) > room else {
      return pieces.map(marked).joined()
    }
    if let lead = pieces.first, !lead.isMatch, DisplayWidth.of(lead.text) > room / 2 {
      // The text before the match takes a third, or more if there is less text after it.
      let rest = pieces.dropFirst().reduce(0) { $0 + DisplayWidth.of($1.text) }
      let kept = max(room / 3, room - rest - 1)
      pieces[0].text = "…" + SearchText.end(of: lead.text, width: kept)
    }
    var line = ""
    var used = 0
    for (place, piece) in pieces.enumerated() {
      let isLast = place == pieces.count - 1
      let needed = DisplayWidth.of(piece.text)
      // One column is reserved for the mark that shows that there is more.
      if used + needed > room - (isLast ? 0 : 1) {
        let cut = (DisplayWidth.clipped(piece.text, to: room - used), piece.isMatch)
        return line + marked(cut) + (needed == room - used ? "…" : "")
      }
      line += marked(piece)
      used += needed
    }
    return line
  }

  private func marked(_ piece: (text: String, isMatch: Bool)) -> String {
    piece.isMatch ? style.bold(style.magenta(piece.text)) : piece.text
  }

  private static func end(of text: String, width: Int) -> String {
    var used = 0
    var start = text.endIndex
    while start > text.startIndex {
      let before = text.index(before: start)
      used += DisplayWidth.of(text[before])
      guard used <= width else { break }
      start = before
    }
    return String(text[start...])
  }
}
