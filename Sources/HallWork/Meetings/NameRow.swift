import HallSyntax
import HallWords

/// The value of a line with names, while names are added to it and taken out: `张三、钱七`, `12人`,
/// `张三等12人`. What it says already stays as it is written.
struct NameRow {
  /// The names, as they are written.
  private(set) var names: String
  /// The number behind them, as in `等12人` or `12人`.
  private(set) var tail = ""

  init(_ value: String) {
    names = Slice(value).trimmed.string
    if NameRow.heads(names) != nil {
      (names, tail) = ("", names)
      return
    }
    var end = names.endIndex
    while let cut = names[..<end].lastIndex(of: "等") {
      let rest = String(names[names.index(after: cut)...])
      if NameRow.heads(rest) != nil {
        tail = "等" + Slice(rest).trimmed.string
        names = Slice(String(names[..<cut])).trimmed.string
        return
      }
      end = cut
    }
  }

  var value: String { names + tail }
  var isEmpty: Bool { value.isEmpty }

  var elements: [NameList.Element] { NameList(Slice(names)).elements }

  /// How many people it stands for.
  var heads: Int {
    let stated = tail.hasPrefix("等") ? String(tail.dropFirst()) : tail
    return max(elements.count, NameRow.heads(stated) ?? 0)
  }

  /// Adds a name behind the others; of `12人` it is one of the twelve.
  ///
  /// - Returns: whether it can be said: English has no words for a name and a number.
  mutating func add(_ name: String, separator: String, _ language: Language) -> Bool {
    if names.isEmpty, !tail.isEmpty {
      guard language == .zh else { return false }
      tail = "等" + tail
    }
    names += (names.isEmpty ? "" : separator) + name
    return true
  }

  /// Takes out the names that are meant; the others stay as they are written.
  mutating func remove(where isMeant: (NameList.Element) -> Bool) {
    let slice = Slice(names)
    let parts = NameList.split(slice)
    let kept = parts.indices.filter { !isMeant(NameList.Element(parts[$0])) }
    guard kept.count < parts.count else { return }
    var text: [UInt8] = []
    for (place, index) in kept.enumerated() {
      if place > 0 {
        // What stood in front of it parts it from the one before it.
        text += slice[parts[index - 1].endIndex..<parts[index].startIndex]
      }
      text += parts[index]
    }
    names = String(decoding: text, as: UTF8.self)
    if names.isEmpty, tail.hasPrefix("等") { tail = String(tail.dropFirst()) }
  }

  /// Says how many came; fewer than are named cannot be.
  mutating func count(_ heads: Int, _ language: Language) -> Bool {
    guard heads >= elements.count else { return false }
    let number = language == .zh ? "\(heads)人" : heads == 1 ? "1 person" : "\(heads) people"
    if names.isEmpty {
      tail = number
    } else if heads == elements.count {
      tail = ""
    } else {
      guard language == .zh else { return false }
      tail = "等" + number
    }
    return true
  }

  private static func heads(_ text: String) -> Int? {
    guard let count = try? Count(reading: Slice(text)), count.area == nil else { return nil }
    return count.heads
  }
}
