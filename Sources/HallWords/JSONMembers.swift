/// The members of an object in the order of the bytes of their keys, each key once.
package struct JSONMembers: Sendable, ExpressibleByDictionaryLiteral {
  package struct Member: Sendable {
    package let key: String
    package fileprivate(set) var value: JSONValue

    package init(_ key: String, _ value: JSONValue) { (self.key, self.value) = (key, value) }
  }

  package private(set) var members: [Member]

  /// Of several members with one key, the first counts.
  package init(_ members: [Member]) {
    // Most objects are made in their order.
    if zip(members, members.dropFirst()).allSatisfy({ JSONMembers.precedes($0.key, $1.key) }) {
      self.members = members
      return
    }
    // Sorting keeps the order of equal keys.
    var sorted = members.sorted { JSONMembers.precedes($0.key, $1.key) }
    if zip(sorted, sorted.dropFirst()).contains(where: { $0.key == $1.key }) {
      var last: String?
      sorted = sorted.filter { member in
        defer { last = member.key }
        return member.key != last
      }
    }
    self.members = sorted
  }

  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(elements.map { Member($0.0, $0.1) })
  }

  package var keys: [String] { members.map(\.key) }

  package subscript(key: String) -> JSONValue? {
    get {
      let place = place(of: key)
      return place < members.count && members[place].key == key ? members[place].value : nil
    }
    set {
      let place = place(of: key)
      let isThere = place < members.count && members[place].key == key
      switch (newValue, isThere) {
      case (let value?, true): members[place].value = value
      case (let value?, false): members.insert(Member(key, value), at: place)
      case (nil, true): members.remove(at: place)
      case (nil, false): break
      }
    }
  }

  /// Adds the members of another object, which take precedence.
  package mutating func merge(_ other: JSONMembers) {
    var merged: [Member] = []
    merged.reserveCapacity(members.count + other.members.count)
    var rest = members[...]
    for member in other.members {
      while let first = rest.first, JSONMembers.precedes(first.key, member.key) {
        merged.append(first)
        rest.removeFirst()
      }
      if rest.first?.key == member.key { rest.removeFirst() }
      merged.append(member)
    }
    members = merged + rest
  }

  /// Whether a key comes before another: by its bytes, and not by how its characters are composed.
  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.withContiguousStorageIfAvailable { left in
      right.utf8.withContiguousStorageIfAvailable { right in
        for place in 0..<min(left.count, right.count) where left[place] != right[place] {
          return left[place] < right[place]
        }
        return left.count < right.count
      }
    }.flatMap(\.self) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// The first place whose key is not before another.
  private func place(of key: String) -> Int {
    var (low, high) = (0, members.count)
    while low < high {
      let middle = (low + high) / 2
      if JSONMembers.precedes(members[middle].key, key) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
