import HallSyntax

/// The merged text as it is written: settled bytes, and contradictions that are left open.
struct MergeOutput {
  enum Piece {
    case text([UInt8])
    case conflict(MergeConflict, first: [UInt8], second: [UInt8])
  }

  private(set) var pieces: [Piece] = []
  private(set) var open: [MergeConflict] = []
  /// The line ending of the text.
  let ending: [UInt8]
  /// The last bytes, as they would be read.
  private var last: [UInt8] = []
  private var isEmpty = true

  init(ending: [UInt8]) { self.ending = ending }

  /// Blank lines, written unchanged.
  mutating func blank(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    endLine()
    add(bytes)
  }

  /// A part's own lines.
  ///
  /// - Parameter followsBlank: whether a blank line preceded it in its source.
  mutating func lines(_ bytes: [UInt8], followsBlank: Bool) {
    guard !bytes.isEmpty else { return }
    separate(followsBlank)
    add(bytes)
  }

  mutating func conflict(
    _ conflict: MergeConflict, first: [UInt8], second: [UInt8], followsBlank: Bool
  ) {
    separate(followsBlank)
    pieces.append(.conflict(conflict, first: first, second: second))
    open.append(conflict)
    (last, isEmpty) = (ending, false)
  }

  private mutating func separate(_ followsBlank: Bool) {
    endLine()
    if followsBlank, !isEmpty, !endsWithBlank { add(ending) }
  }

  private mutating func endLine() {
    if let byte = last.last, byte != UInt8(ascii: "\n") { add(ending) }
  }

  /// Whether the last line is blank.
  var endsWithBlank: Bool {
    var lines = last.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.popLast()?.isEmpty == true, let line = lines.last else { return false }
    return line.allSatisfy { [0x20, 0x09, 0x0D].contains($0) }
  }

  private mutating func add(_ bytes: [UInt8]) {
    if case .text(let before) = pieces.last {
      pieces[pieces.count - 1] = .text(before + bytes)
    } else {
      pieces.append(.text(bytes))
    }
    last = Array((last + bytes).suffix(64))
    isEmpty = false
  }

  /// The text; open contradictions are between markers, as git writes them.
  func bytes(_ markers: MergeMarkers) -> [UInt8] {
    pieces.flatMap { piece -> [UInt8] in
      switch piece {
      case .text(let bytes): bytes
      case .conflict(_, let first, let second): markers.around(first, second, ending)
      }
    }
  }
}

/// How an open contradiction is marked in the text.
package struct MergeMarkers: Sendable {
  /// How many signs a marker has.
  package let size: Int
  package let ours: String
  package let theirs: String
  /// Whether the first version is ours, which comes first.
  package let firstIsOurs: Bool

  package init(size: Int, ours: String, theirs: String, firstIsOurs: Bool) {
    (self.size, self.ours, self.theirs) = (max(7, min(size, 100)), ours, theirs)
    self.firstIsOurs = firstIsOurs
  }

  /// For a text where every contradiction is settled, and none is marked.
  package static let none = MergeMarkers(size: 7, ours: "", theirs: "", firstIsOurs: true)

  func around(_ first: [UInt8], _ second: [UInt8], _ ending: [UInt8]) -> [UInt8] {
    func marker(_ sign: Character, _ label: String) -> [UInt8] {
      let name = label.isEmpty ? [] : [0x20] + Document.oneLine(label)
      return Array(String(repeating: sign, count: size).utf8) + name + ending
    }
    func ended(_ bytes: [UInt8]) -> [UInt8] {
      bytes.isEmpty || bytes.last == UInt8(ascii: "\n") ? bytes : bytes + ending
    }
    let (above, below) = firstIsOurs ? (first, second) : (second, first)
    return marker("<", ours) + ended(above) + marker("=", "") + ended(below) + marker(">", theirs)
  }
}
