/// The identifiers of documents that stand anywhere in a file, found in its bytes without parsing it.
package struct MentionedDocuments: Sendable {
  package private(set) var ids: Set<DocumentID> = []
  /// Whether the file may mention others that its bytes do not show: it is not text, or an identifier in
  /// it may go on in the next line.
  package private(set) var isUncertain: Bool

  package init(in file: SourceFile) {
    isUncertain = file.fault != nil || file.bytes.count > DocumentParser.longestFile
    file.bytes.withUnsafeBufferPointer { bytes in
      bytes.forEachLetterOfSeries { letter in
        var cursor = ByteCursor(bytes, in: letter..<bytes.count)
        if let id = cursor.takeDocumentID() {
          ids.insert(id)
          // Two lines of a value are joined without a blank between two full-width digits.
          isUncertain = isUncertain || (bytes[cursor.index - 1] >= 0x80 && cursor.isAtLineEnd)
        } else if cursor.goesOnInNextLine {
          isUncertain = true
        }
      }
    }
  }
}

extension ByteCursor {
  /// Whether no more of the line follows but blanks, and a backslash that some editors write there.
  fileprivate var isAtLineEnd: Bool {
    var ahead = self
    ahead.skipSpaces()
    _ = ahead.take(UInt8(ascii: "\\"))
    return ahead.atEnd || ahead.take(UInt8(ascii: "\r")) || ahead.take(UInt8(ascii: "\n"))
  }

  /// Whether the line ends within an identifier that begins here.
  fileprivate var goesOnInNextLine: Bool {
    var ahead = self
    guard ahead.take("Q") || ahead.take("M") else { return false }
    if ahead.isAtLineEnd { return bytes[ahead.index - 1] >= 0x80 }
    guard ahead.take("-") else { return false }
    _ = ahead.takeNumber()
    _ = ahead.take("-")
    _ = ahead.takeNumber()
    return ahead.isAtLineEnd
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Finds every letter that may begin an identifier: `Q` or `M` in either case, also full-width
  /// (EF BC AD and B1, EF BD 8D and 91).
  fileprivate func forEachLetterOfSeries(_ found: (Int) -> Void) {
    var index = 0
    while index + ByteBlock.scalarCount + 2 <= count {
      let bytes = block(at: index)
      let small = bytes | ByteBlock(repeating: 0x20)
      let third = block(at: index + 2)
      let isLetter =
        (small .== ByteBlock(repeating: UInt8(ascii: "m")))
        .| (small .== ByteBlock(repeating: UInt8(ascii: "q")))
      let isWide =
        (bytes .== ByteBlock(repeating: 0xEF))
        .& ((third .== ByteBlock(repeating: 0xAD)) .| (third .== ByteBlock(repeating: 0xB1))
          .| (third .== ByteBlock(repeating: 0x8D)) .| (third .== ByteBlock(repeating: 0x91)))
      let marks = unsafeBitCast(isLetter .| isWide, to: ByteBlock.self)
      if marks != ByteBlock() {
        for place in 0..<ByteBlock.scalarCount where marks[place] != 0 { found(index + place) }
      }
      index += ByteBlock.scalarCount
    }
    while index < count {
      let byte = self[index]
      if byte | 0x20 == UInt8(ascii: "m") || byte | 0x20 == UInt8(ascii: "q") || byte == 0xEF {
        found(index)
      }
      index += 1
    }
  }
}
