import HallSyntax

/// A document whose identifier changed.
package struct IdentifierChange: Sendable {
  package let from: DocumentID
  package let to: DocumentID

  package init(from: DocumentID, to: DocumentID) { (self.from, self.to) = (from, to) }

  /// A text in which the new identifier replaces the old one, in every line that is not in the
  /// base.
  package func applied(to bytes: [UInt8], base: [UInt8] = []) -> [UInt8] {
    let known = Set(base.split(separator: 0x0A).map { Array($0) })
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      let line = bytes[start..<end]
      let plain = line.last == 0x0A ? line.dropLast() : line
      result += known.contains(Array(plain)) ? Array(line) : applied(to: line)
      start = end
    }
    return result
  }

  private func applied(to line: Slice) -> [UInt8] {
    var result: [UInt8] = []
    var index = line.startIndex
    while index < line.endIndex {
      var cursor = Cursor(line[index...])
      let letter = line[index] == UInt8(ascii: "M") || line[index] == UInt8(ascii: "Q")
      if letter, cursor.takeDocumentID() == from {
        result += Array(to.text.utf8)
        index = cursor.index
      } else {
        result.append(line[index])
        index += 1
      }
    }
    return result
  }
}
