import HallHistory

extension Reader {
  static let histories: [Reader] = [
    Reader("history") { input in
      let ledger = Ledger(input.bytes, of: "agendas/M-2025-008.md")
      for revision in ledger.revisions.prefix(4) { _ = try? ledger.text(after: revision.number) }
      _ = try? ledger.verify()
      return nil
    },
    Reader("diff") { input in
      let diff = UnifiedDiff.diff(from: input.bytes, named: "a/x", to: input.other, named: "b/x")
      guard !diff.isEmpty else {
        return input.bytes == input.other ? nil : "no difference of two texts"
      }
      guard let patch = try? Patch(diff) else { return "a diff of ours cannot be read" }
      guard (try? patch.applied(to: input.bytes)) == input.other else { return "it does not apply" }
      guard (try? patch.reverted(from: input.other)) == input.bytes else { return "nor back" }
      return nil
    },
    Reader("patch") { input in
      guard let patch = try? Patch(input.bytes) else { return nil }
      _ = try? patch.applied(to: input.base)
      _ = try? patch.reverted(from: input.other)
      return nil
    },
  ]
}
