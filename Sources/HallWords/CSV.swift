/// Comma-separated values (RFC 4180): CRLF, and quotes where a cell needs them.
package struct CSV {
  package private(set) var text = ""

  package init(_ header: [String]) { add(header) }

  package mutating func add(_ cells: [String]) {
    text += cells.map(CSV.quoted).joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    guard needsQuotes else { return cell }
    // By scalars: followed by a combining mark, a quote is part of another Character.
    var quoted = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
