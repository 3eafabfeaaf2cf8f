extension Ledger {
  /// The revision from which on something has held of every text; nil where it does not hold of the
  /// last one.
  ///
  /// The texts are walked through as places of lines. One is put together only where its beginning
  /// is another than that of the text before it, and the last one for its digest, which vouches for
  /// all the others.
  ///
  /// - Parameters:
  ///   - last: the last revision that is asked about.
  ///   - holds: whether it holds of a text, and how many of its first lines that depends on.
  package func standing(
    upTo last: Int = .max, where holds: (_ text: [UInt8]) -> (holds: Bool, lines: Int)
  ) throws(Fault) -> Int? {
    if let fault, fault.reason != .torn, fault.revision <= last { throw fault }
    let last = min(last, revisions.count)
    guard last > 0 else { return nil }
    return try bytes.withUnsafeBufferPointer { buffer throws(Fault) in
      var replay = Replay(buffer)
      var head: [Range<Int>]?
      var since: Int?
      for revision in revisions.prefix(last) {
        try apply(revision, of: buffer, to: &replay)
        if let head, replay.lines.starts(with: head) { continue }
        let found = holds(replay.text)
        head = Array(replay.lines.prefix(found.lines))
        // A head that is shorter than what it depends on would be the beginning of any longer text.
        if replay.lines.count < found.lines { head = nil }
        since = found.holds ? since ?? revision.number : nil
      }
      _ = try text(of: replay, after: last)
      return since
    }
  }

  /// The texts after some revisions, in one replay; each has the digest that its revision tells.
  package func texts(after numbers: Set<Int>) throws(Fault) -> [Int: [UInt8]] {
    try bytes.withUnsafeBufferPointer { buffer throws(Fault) in
      var replay = Replay(buffer)
      var texts: [Int: [UInt8]] = numbers.contains(0) ? [0: []] : [:]
      for revision in revisions.prefix(numbers.max() ?? 0) {
        try apply(revision, of: buffer, to: &replay)
        guard numbers.contains(revision.number) else { continue }
        texts[revision.number] = try text(of: replay, after: revision.number)
      }
      return texts
    }
  }
}
