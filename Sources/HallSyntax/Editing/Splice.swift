/// A change of some bytes of a document; every other byte stays as it is.
package struct Splice: Equatable, Sendable {
  package let range: Range<Int>
  package let replacement: [UInt8]

  package init(_ range: Range<Int>, _ replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }
}

/// Why changes cannot be made together, with the place of the first that cannot.
package enum SpliceFault: Error, Equatable, Sendable {
  /// It begins before the previous one ends.
  case overlaps(Int)
  case pastTheEnd(Int)
}

extension Document {
  /// The document's bytes after some changes, which are in the order of the file.
  package func applying(_ splices: [Splice]) throws(SpliceFault) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(splices.reduce(bytes.count) { $0 + $1.replacement.count })
    var offset = 0
    for (place, splice) in splices.enumerated() {
      guard splice.range.lowerBound >= offset else { throw .overlaps(place) }
      guard splice.range.upperBound <= bytes.count else { throw .pastTheEnd(place) }
      result += bytes[offset..<splice.range.lowerBound]
      result += splice.replacement
      offset = splice.range.upperBound
    }
    return result + bytes[offset...]
  }

  /// Replaces the value after a field's colon.
  package func replacingValue(of field: Int, with text: String) -> Splice {
    let value = source(of: nodes[field].value)
    let needsBlank = value.isEmpty && bytes[value.lowerBound - 1] == UInt8(ascii: ":")
    return Splice(value, Array((needsBlank ? " " : "").utf8) + Document.oneLine(text))
  }

  /// Writes the sign for a state into a task's box; nil where the node is not a task.
  package func replacingBox(of task: Int, with state: TaskBox.State) -> Splice? {
    guard let box = box(of: task) else { return nil }
    return Splice(box.sign, Array(box.replacement(for: state).utf8))
  }

  /// The line ending of the nearest line at or above an offset; a newline if there is none.
  func lineEnding(before offset: Int) -> [UInt8] {
    guard let newline = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")) else { return [0x0A] }
    let isCRLF = newline > 0 && bytes[newline - 1] == UInt8(ascii: "\r")
    return isCRLF ? [0x0D, 0x0A] : [0x0A]
  }

  /// A text with every line break and control character replaced by a space, so that it stays on
  /// one line.
  package static func oneLine(_ text: String) -> [UInt8] {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: result.unicodeScalars.append(" ")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return Array(result.utf8)
  }
}
