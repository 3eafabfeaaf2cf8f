/// Comma-separated values (RFC 4180): CRLF, and quotes where a cell needs them.
struct CSV {
  private(set) var text = ""

  init(_ header: [String]) { add(header) }

  mutating func add(_ cells: [String]) {
    text += cells.map(CSV.quoted).joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    guard needsQuotes else { return cell }
    // By scalars: with a mark that combines behind it, a quote is another character.
    var quoted = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// The rows as they go out: on a terminal, what it would obey is shown visibly.
  func text(in context: CommandContext) -> String {
    context.isTerminal ? VisibleText.lines(text) : text
  }
}
