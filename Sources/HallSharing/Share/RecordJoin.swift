import HallGit
import HallHistory
import HallMerge
import HallModel
import HallStore
import HallSyntax
import HallWords

/// `hall record --join`: repairs histories that git has merged by lines, that somebody has cut
/// back, or that another program has damaged.
package struct RecordJoin {
  let sharing: Sharing
  let loaded: LoadedHall
  let lock: HallLock

  /// - Parameters:
  ///   - loaded: the hall.
  ///   - words: the names of the documents; all documents, if empty.
  package static func run(
    _ sharing: Sharing, _ loaded: LoadedHall, _ words: [String], _ answer: inout Answer
  ) throws(Refusal) {
    if !sharing.session.isDryRun, words.isEmpty {
      var isTaken = try sharing.takeOffered(&answer)
      if !isTaken { isTaken = try sharing.takeMended(&answer) }
      if isTaken {
        return sharing.tell("接下来：hall 分享", "What follows: hall share", &answer)
      }
    }
    var names: Set<String>?
    if !words.isEmpty {
      var wanted: Set<String> = []
      for text in words {
        let document = try [loaded].document(text).document
        guard let place = HistoryPlace(of: document) else { throw .noHistory(document.path) }
        wanted.insert(place.name)
      }
      names = wanted
    }
    let sides = ParentedSides(sharing, loaded).all().filter {
      names?.contains($0.place.name) ?? true
    }
    // The questions come before the lock, so that nobody has to wait for a person.
    var plans: [Plan] = []
    for side in sides { plans.append(try Plan(side, sharing)) }
    let planned = Set(sides.map(\.place.name))
    let lost = HistoryWitness(repository: sharing.repository, folder: loaded.folder).lost()
    let repairs = try HistoryReturn.all(sharing, loaded, lost, but: planned).filter {
      names?.contains($0.place.name) ?? true
    }
    if sharing.session.isDryRun {
      for plan in plans { answer.output += plan.preview }
      for repair in repairs { sharing.tell(repair.preview.zh, repair.preview.en, &answer) }
      if plans.isEmpty, repairs.isEmpty {
        sharing.tell("没有要接的历史", "There are no histories to join.", &answer)
      }
      return
    }
    let join = RecordJoin(sharing: sharing, loaded: loaded, lock: try sharing.lock())
    for plan in plans { try join.write(plan, &answer) }
    for repair in repairs { try repair.write(sharing, join.lock, &answer) }
    if plans.isEmpty, repairs.isEmpty {
      sharing.tell("没有要接的历史", "There are no histories to join.", &answer)
    } else if let begun = sharing.begun {
      let rest = begun.files == ["MERGE_HEAD"] ? "git commit" : begun.goesOn
      sharing.tell(
        "接下来：git add hall.md agendas matters history，再 \(rest)",
        "What follows: git add hall.md agendas matters history, then \(rest)", &answer)
    }
  }

  /// One document whose histories are to be joined, and the result.
  struct Plan {
    let side: ParentedSides.Side
    let history: [UInt8]
    let joined: [UInt8]
    let document: [UInt8]
    let renumbered: [Renumbering.Part]

    /// The diff of the document, and the length of its new history.
    var preview: String {
      let name = side.place.documentPath
      let diff = UnifiedDiff.diff(
        from: side.document?.bytes ?? [], named: "a/" + name, to: document, named: "b/" + name)
      let count = Ledger(history, of: name).revisions.count
      return VisibleText.lines(String(decoding: diff, as: UTF8.self))
        + "\(side.place.path): \(count)\n"
    }

    init(_ side: ParentedSides.Side, _ sharing: Sharing) throws(Refusal) {
      self.side = side
      let place = side.place
      // A single change is applied to its base; two histories are merged from their common part.
      let isPicked =
        side.base.map { base in
          !RevisionPresence(in: side.ours, of: place.kind).compare(with: base).lost.isEmpty
        } ?? false
      let base =
        isPicked
        ? (try? side.base?.verify()) ?? []
        : (try? side.ours.text(after: LedgerJoin.common(side.ours, side.theirs))) ?? []
      let texts = [side.ours, side.theirs].map { ledger in
        (try? ledger.text(after: ledger.revisions.count)) ?? []
      }
      let isOursShared =
        SharedNumbers(repository: sharing.repository).isOurs(
          place.documentPath, base: base, ours: texts[0], theirs: texts[1]) ?? side.isOursShared
      let merge: HistoryMerge
      do throws(Ledger.Fault) {
        merge = try HistoryMerge(
          base: side.base, ours: side.ours, theirs: side.theirs, isOursShared: isOursShared,
          document: { Document(path: place.documentPath, kind: place.kind, bytes: $0) })
      } catch {
        throw .damagedHistory(place.name, error)
      }
      (history, joined) = (merge.join.bytes, merge.join.text)
      func merged(_ choose: @escaping (MergeConflict) -> MergeChoice?) -> MergedFile {
        MergedFile(
          path: place.documentPath,
          MergedFile.Versions(
            base: base, ours: texts[0], theirs: texts[1], isOursShared: isOursShared),
          choosing: choose)
      }
      let first = merged { _ in nil }
      guard !first.isTwoThings else { throw RecordJoin.twoThings(place.name, sharing.begun) }
      let current = side.document?.bytes ?? []
      // A text without markers was resolved by hand, or edited since: it is kept.
      func hasMarkers(_ bytes: [UInt8]) -> Bool {
        Document(path: place.documentPath, kind: place.kind, bytes: bytes).hasMergeMarkers
      }
      let byHand =
        !current.isEmpty && !hasMarkers(current) && !texts.contains(current)
        && current != base
      if byHand, side.landed.map(hasMarkers) ?? true {
        (document, renumbered) = (current, [])
        return
      }
      var choices: [(MergeConflict, MergeChoice)] = []
      for conflict in first.open {
        let words = ConflictText(
          ours: side.ours.revisions.last?.by ?? "", theirs: side.theirs.revisions.last?.by ?? "")
        guard sharing.canAsk else {
          throw RecordJoin.open(
            place.name
              + " " + words.line(conflict, oursIsFirst: first.oursIsFirst, sharing.language))
        }
        choices.append(
          (
            conflict,
            try sharing.ask(
              conflict, place.name, words, oursIsFirst: first.oursIsFirst,
              again: .joinAgain)
          ))
      }
      let settled = merged { conflict in choices.first { $0.0 == conflict }?.1 }
      renumbered = settled.renumbered
      guard byHand, let landed = side.landed else {
        document = settled.bytes
        return
      }
      // Edits made after the faulty merge are applied again on top.
      document =
        DocumentMerge(
          base: landed, first: settled.bytes, second: current, path: place.documentPath,
          kind: place.kind,
          markers: .none
        ) { _ in .second }.bytes
    }
  }

  private static func twoThings(_ name: String, _ begun: Sharing.Begun?) -> Refusal {
    let call = begun?.givesUp ?? "git merge --abort"
    return
      .refused(
        Phrase(
          zh: "两边用 \(name) 这个编号记了两件不同的事，不能接成一条",
          en: "\(name) is the number of two different things; their histories are not one"),
        hint: Phrase(
          zh: "放弃这次合并（\(call)），再打 hall 分享，它会给后来的一件另一个编号",
          en: "give the merge up (\(call)) and run 'hall share', which renumbers one"))
  }

  private static func open(_ line: String) -> Refusal {
    .refused(
      Phrase(zh: "两边记得不一样，要由人来定：\(line)", en: "the sides contradict each other: \(line)"),
      hint: Phrase(
        zh: "在终端里运行，会一条一条问；或先在文件里改好，再打一次",
        en: "run it in a terminal, where it asks; or settle it in the file and run it again"))
  }

  private func write(_ plan: Plan, _ answer: inout Answer) throws(Refusal) {
    let place = plan.side.place
    let path = plan.side.document?.path ?? place.documentPath
    let writer = HallWriter(loaded.folder)
    let document = Document(path: path, kind: place.kind, bytes: plan.document)
    do throws(HallWriter.Failure) {
      try writer.rewrite(
        [
          sharing.rewriting(path, to: plan.document),
          sharing.rewriting(place.path, to: plan.history),
        ], holding: lock)
      if plan.document != plan.joined {
        let why =
          TypedText.words(sharing.session.reason)
          ?? Phrase(zh: "合并两边的改动", en: "merged what both sides did")[sharing.charter.language]
        _ = try writer.write(
          [
            HallWriter.Edit(
              path: path, kind: place.kind, old: document.bytes, new: document.bytes, why: why)
          ], by: sharing.author, reason: why, holding: lock)
      }
    } catch {
      throw .writing(error)
    }
    let count = Ledger(plan.history, of: place.documentPath).revisions.count
    sharing.tell(
      "\(place.name) 的两段历史接成了一条，共 \(count) 版",
      "joined the histories of \(place.name): \(Language.counted(count, "revision"))",
      &answer)
    for part in plan.renumbered {
      sharing.tell(
        "编号重了：「\(part.title)」改为 \(part.identifier(part.to))，\(part.identifier(part.from)) 是另一项",
        "number given twice: '\(part.title)' is now \(part.identifier(part.to))",
        &answer)
    }
  }
}
