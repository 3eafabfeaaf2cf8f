/// Values that a file writes over several lines, joined as they are read.
///
/// A formatter breaks a long line, and a person writes a list with one name a line. Markdown shows
/// both as one text. To give every reader of a value one run of bytes, such a value is joined after
/// the end of the file's own bytes, in ``Document/text``; a ``Joint`` says where in the file each
/// piece comes from.
struct JoinedText: Sendable {
  /// One piece of a joined value.
  struct Joint: Sendable, Equatable {
    /// Where it begins in ``Document/text``.
    let start: Int
    /// Its range in the file; empty for a separator between two pieces, which is in no file.
    let source: Range<Int>
  }

  /// The bytes after the file's own.
  private(set) var bytes: [UInt8] = []
  /// In the order of the text.
  private(set) var joints: [Joint] = []
  /// How many bytes the file has.
  let fileEnd: Int

  init(fileEnd: Int) {
    self.fileEnd = fileEnd
  }

  var isEmpty: Bool { joints.isEmpty }
  var end: Int { fileEnd + bytes.count }

  /// Joins a piece of the file to a value, which is either in the file or the last one joined.
  ///
  /// - Parameter separator: the text between two elements of a list; nil where a line continues,
  ///   which takes one blank, or none between two wide characters.
  mutating func append(
    _ piece: Range<Int>, to value: Range<Int>, in file: UnsafeBufferPointer<UInt8>,
    separator: String?
  ) -> Range<Int> {
    var value = value
    if value.upperBound != end || value.lowerBound < fileEnd {
      let start = end
      add(value, of: file)
      value = start..<end
    }
    if let separator {
      add(separator)
    } else {
      // Some editors break a line with a backslash at its end.
      if bytes.last == UInt8(ascii: "\\") { dropLast() }
      if !(WideCharacter.ends(bytes) && WideCharacter.begins(file, at: piece.lowerBound)) {
        add(" ")
      }
    }
    add(piece, of: file)
    return value.lowerBound..<end
  }

  private mutating func add(_ piece: Range<Int>, of file: UnsafeBufferPointer<UInt8>) {
    joints.append(Joint(start: end, source: piece))
    bytes += file[piece]
  }

  private mutating func add(_ separator: String) {
    let place = joints.last?.source.upperBound ?? 0
    joints.append(Joint(start: end, source: place..<place))
    bytes += separator.utf8
  }

  private mutating func dropLast() {
    bytes.removeLast()
    guard let last = joints.popLast() else { return }
    joints.append(
      Joint(
        start: last.start,
        source: last.source.lowerBound..<max(last.source.lowerBound, last.source.upperBound - 1)))
  }
}

extension JoinedText {
  /// Where in the file a part of the file, or of the joined text after it, comes from.
  func source(of range: Range<Int>) -> Range<Int> {
    guard range.upperBound > fileEnd, !joints.isEmpty else { return range }
    let start = source(of: range.lowerBound, isEnd: false)
    let end = range.isEmpty ? start : source(of: range.upperBound, isEnd: true)
    return start..<max(start, end)
  }

  private func source(of offset: Int, isEnd: Bool) -> Int {
    guard offset > fileEnd || (offset == fileEnd && !isEnd) else { return offset }
    // The last piece that begins at or before the offset; for an end, the piece that it closes.
    let wanted = isEnd ? offset - 1 : offset
    var (low, high) = (0, joints.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if joints[middle].start <= wanted { low = middle } else { high = middle }
    }
    let joint = joints[low]
    return min(joint.source.lowerBound + offset - joint.start, joint.source.upperBound)
  }
}

extension Document {
  /// Where in the file a part of ``text`` comes from: from the beginning of its first piece to the
  /// end of its last.
  package func source(of range: Range<Int>) -> Range<Int> { joined.source(of: range) }
}
