/// The identifiers of documents that stand anywhere in a file, found in its bytes without parsing it.
package struct MentionedDocuments: Sendable {
  package private(set) var ids: Set<DocumentID> = []
  /// Whether the file may mention others that its bytes do not show: it is not text, or it has an
  /// identifier in full-width characters, which may go on in the next line.
  package private(set) var isUncertain: Bool

  package init(in file: SourceFile) {
    isUncertain = file.fault != nil || file.bytes.count > DocumentParser.longestFile
    file.bytes.withUnsafeBufferPointer { bytes in
      bytes.forEachLetterOfSeries { letter in
        var cursor = ByteCursor(bytes, in: letter..<bytes.count)
        if let id = cursor.takeDocumentID() {
          ids.insert(id)
        } else {
          cursor.takeBeginningOfDocumentID()
        }
        // Two lines of a value are joined without a blank between two full-width characters: there the
        // identifier may go on in the next line.
        if cursor.index > letter, bytes[cursor.index - 1] >= 0x80 { isUncertain = true }
      }
    }
  }
}

extension ByteCursor {
  /// Takes as much of an identifier as there is.
  fileprivate mutating func takeBeginningOfDocumentID() {
    guard take("Q") || take("M"), take("-") else { return }
    guard takeNumber() != nil, take("-") else { return }
    _ = takeNumber()
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
