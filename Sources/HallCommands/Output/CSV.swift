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
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
