import HallHistory
import HallMerge
import HallSyntax

/// Differences, histories and signatures.
extension Reader {
  private static let path = "agendas/M-2025-008.md"

  static let histories: [Reader] = [
    Reader("diff", .lines(.documents, 8), 45) { input in
      let diff = UnifiedDiff.diff(from: input.bytes, named: "a/x", to: input.other, named: "b/x")
      guard !diff.isEmpty else {
        return input.bytes == input.other ? nil : "no difference of two texts"
      }
      guard let patch = try? Patch(diff) else { return "a diff of ours cannot be read" }
      guard (try? patch.applied(to: input.bytes)) == input.other else { return "it does not apply" }
      guard (try? patch.reverted(from: input.other)) == input.bytes else { return "nor back" }
      return nil
    },
    Reader("lines merged", .lines(.documents, 8), 30) { input in
      func merged(_ one: [UInt8], _ two: [UInt8]) -> [UInt8]? {
        LineMerge.merge(base: input.base, first: one, second: two).reduce(into: []) {
          if case .settled(let text) = $1 { $0? += text } else { $0 = nil }
        }
      }
      _ = merged(input.bytes, input.other)
      guard merged(input.bytes, input.base) == input.bytes,
        merged(input.base, input.bytes) == input.bytes,
        merged(input.bytes, input.bytes) == input.bytes
      else { return "a change of one side is not taken as it is" }
      return nil
    },
    Reader("patch", .lines(.histories, 24), 40) { input in
      guard let start = input.bytes.firstRange(of: Array("--- ".utf8))?.lowerBound,
        let patch = try? Patch(Array(input.bytes[start...]))
      else { return nil }
      _ = try? patch.applied(to: input.base)
      _ = try? patch.reverted(from: input.other)
      return nil
    },
    Reader("history", .whole(.histories), 8) { input in
      let ledger = Ledger(
        input.bytes, of: "agendas/" + (input.path.split(separator: "/").last ?? ""))
      for revision in ledger.revisions { _ = try? ledger.text(after: revision.number) }
      _ = LedgerTail(input.bytes)
      _ = ledger.revisions.map { ($0.at, $0.by, $0.why, $0.was, $0.formerChains) }
      guard let text = try? ledger.verify() else { return nil }
      // A history that is whole can go on, and is whole then.
      let next = text + input.other.prefix(200) + [0x0A]
      let more = LedgerWriter.revision(
        after: input.bytes, number: ledger.revisions.count + 1,
        note: LedgerWriter.Note(at: "2025-12-01", by: "甲", why: "乙"), from: text, to: next,
        path: ledger.path)
      let longer = Ledger(input.bytes + more, of: ledger.path)
      return (try? longer.verify()) == next ? nil : "a history that cannot go on"
    },
    Reader("history merged", .part(.documents), 6) { input in joined(input) },
    Reader("signature", .whole(.signatures), 10) { input in
      _ = AllowedSigners(input.bytes).entries.map(\.key.fingerprint)
      let end = input.bytes.firstRange(of: Array("\n\n".utf8))?.lowerBound ?? input.bytes.count
      if let statement = try? SignatureStatement(Array(input.bytes[..<end] + [0x0A])) {
        guard statement.bytes == input.bytes[..<end] + [0x0A] else { return "another statement" }
      }
      guard let file = try? SignatureFile(input.bytes) else { return nil }
      guard file.bytes == input.bytes else { return "another file than was read" }
      return file.path.contains("\n") || file.path.contains("..") ? "a path: \(file.path)" : nil
    },
  ]

  /// Two histories with a common first revision, joined.
  private static func joined(_ input: Input) -> String? {
    let texts = [input.base, input.bytes, input.other]
    guard Set(texts).count == 3, !texts.contains(where: \.isEmpty) else { return nil }
    func revision(_ history: [UInt8], _ number: Int, _ old: [UInt8], _ new: [UInt8]) -> [UInt8] {
      LedgerWriter.revision(
        after: history, number: number,
        note: LedgerWriter.Note(at: "2025-12-0\(number)", by: "甲", why: "乙"), from: old, to: new,
        path: path)
    }
    let first = revision([], 1, [], input.base)
    let sides = [input.bytes, input.other].map { first + revision(first, 2, input.base, $0) }
    let ledgers = sides.map { Ledger($0, of: path) }
    do throws(Ledger.Fault) {
      let merge = try HistoryMerge(ours: ledgers[0], theirs: ledgers[1], isOursShared: true) {
        Document(path: path, kind: kind(of: input.path), bytes: $0)
      }
      let whole = Ledger(merge.join.bytes, of: path)
      guard try whole.verify() == merge.join.text else { return "it ends with another text" }
      let chains = Set(whole.revisions.flatMap { [$0.chain] + $0.formerChains })
      let lost = ledgers.flatMap(\.revisions).filter { !chains.contains($0.chain) }
      return lost.isEmpty ? nil : "revision \(lost[0].number) is lost"
    } catch { return "revision \(error.revision): \(error.reason)" }
  }
}
