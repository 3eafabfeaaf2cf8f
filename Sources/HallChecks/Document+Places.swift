import HallModel
import HallSyntax

/// Where the caret of a problem is placed.
extension Document {
  /// The title of a heading or of a task; without a title, its keyword or box.
  func titleRange(_ node: Int) -> Range<Int> {
    let node = nodes[node]
    return node.value.isEmpty ? node.mark..<max(node.mark, node.value.upperBound) : node.value
  }

  /// The value of a field; without a value, its key.
  func valueRange(_ field: Int) -> Range<Int> {
    nodes[field].value.isEmpty ? nodes[field].key : nodes[field].value
  }
}

extension Slice {
  /// Every occurrence of a text, byte for byte, in order.
  func places(of text: String) -> [Range<Int>] {
    let wanted = Array(text.utf8)
    guard !wanted.isEmpty, count >= wanted.count else { return [] }
    var places: [Range<Int>] = []
    var index = startIndex
    while index + wanted.count <= endIndex {
      if self[index] == wanted[0], self[index..<(index + wanted.count)].elementsEqual(wanted) {
        places.append(index..<(index + wanted.count))
        index += wanted.count
      } else {
        index += 1
      }
    }
    return places
  }

  /// The name without the party in front of it: `赵六` of `物业/赵六`.
  var nameAfterParty: Slice {
    let slash = indices.last { FullWidth.byte(in: self, at: $0).byte == UInt8(ascii: "/") }
    guard let slash else { return self }
    return self[(slash + FullWidth.byte(in: self, at: slash).length)...].trimmed
  }
}
