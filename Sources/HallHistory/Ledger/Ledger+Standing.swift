extension Ledger {
  /// The first revision from which a condition has held for every text; nil if it does not hold for
  /// the last one.
  ///
  /// The texts are replayed as ranges of lines. A text is only assembled if its beginning differs
  /// from the text before it; the last one also for its digest, which verifies all the others.
  ///
  /// - Parameters:
  ///   - last: the last revision to consider.
  ///   - holds: whether the condition holds for a text, and how many of its first lines that
  ///     depends on.
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
        // A head shorter than what the condition depends on would match the beginning of any longer
        // text.
        if replay.lines.count < found.lines { head = nil }
        since = found.holds ? since ?? revision.number : nil
      }
      _ = try text(of: replay, after: last)
      return since
    }
  }

  /// The texts after some revisions, in one replay; each has the digest that its revision states.
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
