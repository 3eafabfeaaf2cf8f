import HallSyntax
import HallWords

/// The value of a line with names, while names are added and removed: `张三、钱七`, `12人`, `张三等12人`. Its
/// existing parts keep their spelling.
struct NameRow {
  /// The names, as written.
  private(set) var names: String
  /// The number after them, as in `等12人` or `12人`.
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

  var elements: [NameList.Element] { NameList(Slice(names)).elements }

  /// The number of people it counts.
  var heads: Int {
    let stated = tail.hasPrefix("等") ? String(tail.dropFirst()) : tail
    return max(elements.count, NameRow.heads(stated) ?? 0)
  }

  /// Adds a name after the others; `12人` keeps its number, of which the name is one.
  ///
  /// - Returns: whether it can be written: English has no form for a name and a number.
  mutating func add(_ name: String, separator: String, _ language: Language) -> Bool {
    if names.isEmpty, !tail.isEmpty {
      guard language == .zh else { return false }
      tail = "等" + tail
    }
    names += (names.isEmpty ? "" : separator) + name
    return true
  }

  /// Removes the matching names; the others keep their spelling.
  mutating func remove(where isMeant: (NameList.Element) -> Bool) {
    let slice = Slice(names)
    let parts = NameList.split(slice)
    let kept = parts.indices.filter { !isMeant(NameList.Element(parts[$0])) }
    guard kept.count < parts.count else { return }
    var text: [UInt8] = []
    for (place, index) in kept.enumerated() {
      if place > 0 {
        // The text before a name separates it from the name before it.
        text += slice[parts[index - 1].endIndex..<parts[index].startIndex]
      }
      text += parts[index]
    }
    names = String(decoding: text, as: UTF8.self)
    if names.isEmpty, tail.hasPrefix("等") { tail = String(tail.dropFirst()) }
  }

  /// Sets how many came; false if fewer than are named, or if English would need names and a
  /// number.
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
