import HallModel
import HallSyntax

/// A reference to something else of the hall by its identifier: `Q-2025-014`, `M-2025-008#2`,
/// `M-2025-008-D1`, `Q-2025-014-T1`.
package struct IdentifierMention {
  package let document: DocumentID
  /// The letter and number of a decision or a task, or `#` and the number of an item.
  let part: (letter: UInt8, number: Int)?
  let range: Range<Int>

  /// Every separate identifier in a text: not within a file's name or a longer word.
  package static func all(in slice: Slice) -> [IdentifierMention] {
    var references: [IdentifierMention] = []
    var index = slice.startIndex
    while index < slice.endIndex {
      var cursor = Cursor(slice[index...])
      let isInWord = index > slice.startIndex && continuesWord(slice[index - 1])
      guard !isInWord, let document = cursor.takeDocumentID() else {
        index += 1
        continue
      }
      let part = takePart(&cursor)
      if !continues(cursor) {
        references.append(
          IdentifierMention(document: document, part: part, range: index..<cursor.index))
      }
      index = cursor.index
    }
    return references
  }

  private static func takePart(_ cursor: inout Cursor) -> (letter: UInt8, number: Int)? {
    for (sign, letter) in [("-D", UInt8(ascii: "D")), ("-T", UInt8(ascii: "T")), ("#", 0x23)] {
      var ahead = cursor
      guard ahead.take(sign), let number = ahead.takeNumber() else { continue }
      cursor = ahead
      return (letter, number.value)
    }
    return nil
  }

  private static func continuesWord(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || isDigit(byte) || "-_/.".utf8.contains(byte)
  }

  /// Whether the word continues; a full stop at the end of a sentence does not.
  private static func continues(_ cursor: Cursor) -> Bool {
    guard let next = cursor.next else { return false }
    guard next == UInt8(ascii: ".") else { return continuesWord(next) }
    var ahead = cursor
    _ = ahead.take(next)
    return ahead.next.map { continuesWord($0) } ?? false
  }

  /// Whether the hall has the thing.
  func exists(in hall: Hall) -> Bool {
    guard let part else { return !hall.documents(of: document).isEmpty }
    switch part.letter {
    case UInt8(ascii: "D"): return hall.has(.decision, part.number, of: document)
    case UInt8(ascii: "T"): return hall.has(.task, part.number, of: document)
    default: return hall.has(.item, part.number, of: document)
    }
  }
}
