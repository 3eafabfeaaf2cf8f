import HallModel
import HallSyntax

/// Where the caret of a problem stands.
extension Document {
  /// The title of a heading or of a task; its keyword or box where it has none.
  func titleRange(_ node: Int) -> Range<Int> {
    let node = nodes[node]
    return node.value.isEmpty ? node.mark..<max(node.mark, node.value.upperBound) : node.value
  }

  /// The value of a field; its key where it has none.
  func valueRange(_ field: Int) -> Range<Int> {
    nodes[field].value.isEmpty ? nodes[field].key : nodes[field].value
  }
}

extension Slice {
  /// Where a text stands, byte for byte; every place, from the first.
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
  var nameBehindParty: Slice {
    let slash = indices.last { FullWidth.byte(in: self, at: $0).byte == UInt8(ascii: "/") }
    guard let slash else { return self }
    return self[(slash + FullWidth.byte(in: self, at: slash).length)...].trimmed
  }
}
