/// The lines that git writes into a file where it could not merge two sides. No person wrote them.
extension Document {
  /// The lines that begin with seven `<` or `>` and then a space or nothing, outside fences. A line
  /// of `=======` between them is part of the conflict; anywhere else it underlines a heading.
  package var mergeMarkers: [(line: Range<Int>, mark: UInt8)] {
    let places = bytes.withUnsafeBufferPointer { bytes in
      bytes.indices.filter { index in
        (bytes[index] == UInt8(ascii: "<") || bytes[index] == UInt8(ascii: ">"))
          && (index == 0 || bytes[index - 1] == UInt8(ascii: "\n"))
      }
    }
    return places.compactMap { place in
      let mark = bytes[place]
      let run = slice(place..<bytes.count).prefix { $0 == mark }
      let isMarker =
        run.count == 7
        && (run.endIndex == bytes.count
          || [UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r")]
            .contains(bytes[run.endIndex]))
      guard isMarker, nodes[node(at: place)].kind != .fence else { return nil }
      let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n"))
      let line = slice(place..<(end ?? bytes.count)).trimmed
      return (line.startIndex..<line.endIndex, mark)
    }
  }

  /// Whether it contains an unfinished merge.
  package var hasMergeMarkers: Bool { mergeMarkers.contains { $0.mark == UInt8(ascii: "<") } }
}
