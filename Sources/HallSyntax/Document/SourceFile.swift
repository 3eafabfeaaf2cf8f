/// A file of a hall as it was read, not yet parsed: some questions need only its bytes.
package struct SourceFile: Sendable {
  package let path: String
  package let kind: Document.Kind
  package let bytes: [UInt8]
  package let fault: EncodingFault?

  package init(path: String, kind: Document.Kind, bytes: [UInt8]) {
    self.path = path
    self.kind = kind
    self.bytes = bytes
    fault = EncodingFault(in: bytes) ?? EncodingFault(returnsIn: bytes)
  }

  package var document: Document { Document(self) }

  /// The file, parsed to the end of its front matter.
  package var documentOfFrontMatter: Document {
    let end = bytes.withUnsafeBufferPointer { buffer -> Int in
      var line = 0
      while let newline = buffer.firstOffset(of: UInt8(ascii: "\n"), from: line) {
        line = newline + 1
        if buffer[line...].starts(with: "---".utf8) { return line }
      }
      return buffer.count
    }
    return Document(self, through: end)
  }

  /// The file, parsed to the end of the task that has the last open box. The lines after it are in
  /// no node. Nil where the file has no open box, and so no open task.
  package var documentOfOpenTasks: Document? {
    let last = bytes.withUnsafeBufferPointer { buffer -> Int? in
      var end = buffer.count
      while let bracket = buffer.lastOffset(of: UInt8(ascii: "["), before: end) {
        if buffer.isOpenBox(at: bracket) { return buffer.lastOpenBoxSign(from: bracket) ?? bracket }
        end = bracket
      }
      return buffer.lastOpenBoxSign(from: 0)
    }
    return last.map { Document(self, through: $0) }
  }
}

extension Document {
  /// The offset of a lone carriage return in front of an open task, which is then not on a line of
  /// its own.
  package var openTaskAfterReturn: Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var offset = 0
      while let found = buffer.firstOffset(of: UInt8(ascii: "\r"), from: offset) {
        offset = found + 1
        var next = offset
        while next < buffer.count, isBlank(buffer[next]) { next += 1 }
        guard next < buffer.count, "-*+".utf8.contains(buffer[next]) else { continue }
        next += 1
        while next < buffer.count, isBlank(buffer[next]) { next += 1 }
        if next < buffer.count, buffer[next] == UInt8(ascii: "["), buffer.isOpenBox(at: next) {
          return found
        }
      }
      return nil
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the box of an open task is at an offset: `[ ]`, with any sign in it except those for
  /// done or cancelled.
  fileprivate func isOpenBox(at bracket: Int) -> Bool {
    let start = bracket > 0 && self[bracket - 1] == UInt8(ascii: "\\") ? bracket - 1 : bracket
    // A box is at most eight bytes long.
    var cursor = ByteCursor(self, in: start..<Swift.min(bracket + 16, count))
    return cursor.takeTaskBox()?.state == .open
  }
}
