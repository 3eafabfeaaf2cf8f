import HallHistory
import HallMerge
import HallModel
import HallStore
import HallSyntax

/// What the hall's own files come to that both sides have changed: worked out, and asked for where
/// the sides contradict each other, before anything is written.
struct SettledMerge {
  /// One document, with its history.
  struct Part {
    let name: String
    let document: HallVersions.File
    let merged: MergedFile?
    let history: HallVersions.File?
    let joined: MergedFile?
    let choices: [(conflict: MergeConflict, choice: MergeChoice)]
    /// What was decided, in words.
    let decided: String?

    /// Where the document goes: a side that has given the file another name has its way.
    var path: String? {
      guard let ours = document.ours?.path, let theirs = document.theirs?.path else { return nil }
      return document.base?.path == ours ? theirs : ours
    }
  }

  let parts: [Part]
  /// Who is meant by ours and theirs.
  private var names: [String: ConflictText] = [:]

  /// Every path that the hall settles by itself.
  var paths: [String] {
    let files = parts.flatMap { [$0.document, $0.history] }.compactMap { $0 }
    return Set(files.flatMap { [$0.base, $0.ours, $0.theirs] }.compactMap { $0?.path }).sorted()
  }

  /// What somebody has decided, by the document.
  typealias Answers = [String: [(conflict: MergeConflict, choice: MergeChoice)]]

  /// - Parameters:
  ///   - clashing: documents that get another number first, and then are changed on one side only.
  ///   - answers: what was decided already.
  init(
    _ versions: HallVersions, _ sharing: Sharing, clashing: Set<String> = [],
    answers: Answers = [:]
  ) throws(CommandError) {
    var parts: [Part] = []
    var names: [String: ConflictText] = [:]
    var stops: [String] = []
    let both = Set(versions.documents.filter(\.value.isChangedTwice).keys)
      .union(versions.histories.filter(\.value.isChangedTwice).keys).subtracting(clashing)
      .union(versions.mended)
    for name in both.sorted() {
      let document = versions.documents[name] ?? HallVersions.File()
      let history = versions.histories[name]
      if document.base != nil, document.ours == nil || document.theirs == nil {
        throw SettledMerge.gone(name, isOurs: document.ours == nil)
      }
      let words = SettledMerge.names(name, history, sharing.language)
      names[name] = words
      var choices = answers[name] ?? []
      var merged: MergedFile?
      let isMended = versions.mended.contains(name)
      let isOursShared = SettledMerge.isOursShared(document, sharing.repository)
      if document.isChangedTwice || isMended,
        let first = SettledMerge.merged(document, isOursShared, { _ in nil })
      {
        for conflict in first.open where !choices.contains(where: { $0.conflict == conflict }) {
          guard sharing.invocation.canAsk else {
            stops.append(
              "\(name) " + words.line(conflict, oursIsFirst: first.oursIsFirst, sharing.language))
            continue
          }
          choices.append(
            (conflict, try sharing.ask(conflict, name, words, oursIsFirst: first.oursIsFirst)))
        }
        let known = choices
        merged = SettledMerge.merged(document, isOursShared) { conflict in
          known.first { $0.conflict == conflict }?.choice
        }
        // What a choice has brought up is not known to anybody yet.
        if stops.isEmpty, let rest = merged?.open.first {
          stops.append(
            "\(name) " + words.line(rest, oursIsFirst: first.oursIsFirst, sharing.language))
        }
      }
      let decided = SettledMerge.decided(choices, merged, words, sharing.charter.language)
      let joined = try history.flatMap { file throws(CommandError) in
        (file.isChangedTwice || isMended) && stops.isEmpty
          ? try SettledMerge.joined(file, name, decided, isOursShared, sharing) : nil
      }
      parts.append(
        Part(
          name: name, document: document, merged: merged, history: history, joined: joined,
          choices: choices, decided: decided))
    }
    guard stops.isEmpty else { throw SettledMerge.open(stops) }
    (self.parts, self.names) = (parts, names)
  }

  /// What was decided, to be asked no second time.
  var answers: Answers {
    Dictionary(parts.map { ($0.name, $0.choices) }) { first, _ in first }
  }

  /// The joined history; where it amends approved minutes, somebody has to say why.
  private static func joined(
    _ file: HallVersions.File, _ name: String, _ decided: String?, _ isOursShared: Bool,
    _ sharing: Sharing
  ) throws(CommandError) -> MergedFile? {
    let notes = LedgerJoin.Notes(decided: decided)
    guard let plain = merged(file, isOursShared, notes: notes, { _ in nil }) else { return nil }
    if let fault = plain.fault { throw .damagedHistory(name, fault) }
    // What was an amendment where it was made has its reason.
    let second = plain.oursIsFirst ? file.theirs : file.ours
    let own = Set(
      Ledger(second?.bytes ?? [], of: "").revisions.filter { $0.kind == .amendment }.map(\.chain))
    let amendments = SettledMerge.amendments(file, plain, name).filter { revision in
      revision.formerPlaces.first?.first.map { !own.contains($0) } ?? true
    }
    guard let first = amendments.first else { return plain }
    let why = try sharing.reason(for: first, of: name)
    return merged(
      file, isOursShared, notes: LedgerJoin.Notes(decided: decided, amending: why), { _ in nil })
  }

  /// The revisions of a joined history that amend what the other side has approved.
  private static func amendments(
    _ file: HallVersions.File?, _ joined: MergedFile, _ name: String
  ) -> [Revision] {
    guard let place = HistoryPlace(named: name) else { return [] }
    let first = joined.oursIsFirst ? file?.ours : file?.theirs
    let before = Ledger(first?.bytes ?? [], of: place.documentPath).revisions.count
    return Ledger(joined.bytes, of: place.documentPath).revisions.dropFirst(before)
      .filter { $0.kind == .amendment }
  }

  private static func merged(
    _ file: HallVersions.File, _ isOursShared: Bool,
    notes: LedgerJoin.Notes = LedgerJoin.Notes(),
    _ choose: @escaping (MergeConflict) -> MergeChoice?
  ) -> MergedFile? {
    guard let ours = file.ours, let theirs = file.theirs else { return nil }
    return MergedFile(
      path: ours.path,
      MergedFile.Versions(
        base: file.base?.bytes ?? [], ours: ours.bytes, theirs: theirs.bytes,
        isOursShared: isOursShared),
      notes: notes, choosing: choose)
  }

  /// Whether ours keep their numbers: others have theirs already, but where a remote's default branch
  /// has ours.
  private static func isOursShared(_ file: HallVersions.File, _ repository: Repository) -> Bool {
    guard file.isChangedTwice, let ours = file.ours, let theirs = file.theirs else { return false }
    return SharedNumbers(repository: repository).isOurs(
      ours.path, base: file.base?.bytes ?? [], ours: ours.bytes, theirs: theirs.bytes) ?? false
  }

  /// What was decided, for the history: `合并时定：议题1 表决「更换主管」以甲为准`.
  private static func decided(
    _ choices: [(conflict: MergeConflict, choice: MergeChoice)], _ merged: MergedFile?,
    _ words: ConflictText, _ language: Language
  ) -> String? {
    guard let merged, !choices.isEmpty else { return nil }
    let all = choices.map { entry -> String in
      let place = words.place(entry.conflict, language)
      let name = (entry.choice == .first) == merged.oursIsFirst ? words.ours : words.theirs
      return entry.choice == .both
        ? Phrase(zh: "\(place)两段都留下", en: "\(place): both kept")[language]
        : Phrase(zh: "\(place)以\(name)为准", en: "\(place): \(name)'s word goes")[language]
    }
    return Phrase(
      zh: "合并时定：" + all.joined(separator: "，"),
      en: "decided in the merge: " + all.joined(separator: ", "))[language]
  }

  /// Who wrote last on each side.
  private static func names(
    _ name: String, _ history: HallVersions.File?, _ language: Language
  ) -> ConflictText {
    func last(_ version: HallVersions.Version?) -> String? {
      guard let version, let place = HistoryPlace(named: name),
        let by = Ledger(version.bytes, of: place.documentPath).revisions.last?.by
      else { return nil }
      return by
    }
    let (ours, theirs) = (last(history?.ours), last(history?.theirs))
    guard let ours, let theirs, ours != theirs else {
      return ConflictText(
        ours: Phrase(zh: "你", en: "you")[language], theirs: Phrase(zh: "对方", en: "they")[language])
    }
    return ConflictText(ours: ours, theirs: theirs)
  }

  private static func gone(_ name: String, isOurs: Bool) -> CommandError {
    .refused(
      isOurs
        ? Phrase(
          zh: "\(name) 在这里被删掉了，别人却还在改。没有合并，一切照旧",
          en: "\(name) was deleted here and changed by others; nothing was merged")
        : Phrase(
          zh: "\(name) 被别人删掉了，这里却还在改。没有合并，一切照旧",
          en: "\(name) was deleted by others and changed here; nothing was merged"),
      hint: Phrase(
        zh: "不开的会用「hall 取消」，不要删文件；先把文件找回来：hall 恢复 \(name) 版本号",
        en: "cancel a meeting, never delete it; bring the file back: 'hall restore \(name) N'"))
  }

  private static func open(_ lines: [String]) -> CommandError {
    func list(_ zh: Bool) -> String {
      lines.prefix(20).map { "  " + $0 }.joined(separator: "\n") + (lines.count > 20 ? "\n  …" : "")
    }
    return .refused(
      Phrase(
        zh: "有 \(lines.count) 处两边记得不一样，要由人来定；没有合并，一切照旧：\n" + list(true),
        en: "the sides contradict each other in \(lines.count) places; nothing was merged:\n"
          + list(false)),
      hint: Phrase(
        zh: "在终端里运行 hall share，会一条一条问", en: "run 'hall share' in a terminal: it asks one by one"))
  }

  /// Says what was decided, and what has another number now.
  func tell(_ sharing: Sharing, _ answer: inout Answer) {
    for part in parts {
      for entry in part.choices {
        guard let words = names[part.name], let merged = part.merged else { continue }
        let isOurs = (entry.choice == .first) == merged.oursIsFirst
        let name = isOurs ? words.ours : words.theirs
        let place = words.place(entry.conflict, sharing.language)
        sharing.tell(
          "\(part.name) \(place)：" + (entry.choice == .both ? "两段都留下" : "以\(name)为准"),
          "\(part.name) \(place): " + (entry.choice == .both ? "both kept" : "\(name)'s word goes"),
          &answer)
      }
      tellAmendments(part, sharing, &answer)
      for number in part.merged?.renumbered ?? [] {
        sharing.tell(
          "编号重了：「\(number.title)」改为 \(number.identifier(number.to))，\(number.identifier(number.from)) 是另一项",
          "number given twice: '\(number.title)' is now"
            + " \(number.identifier(number.to))", &answer)
      }
    }
  }
}

extension SettledMerge {
  /// Says what was written meanwhile into minutes that the other side has approved.
  private func tellAmendments(_ part: Part, _ sharing: Sharing, _ answer: inout Answer) {
    guard let joined = part.joined else { return }
    for revision in SettledMerge.amendments(part.history, joined, part.name) {
      sharing.tell(
        "\(part.name) 已经确认，\(revision.by)的改动记为确认后的修正：\(revision.why)",
        "\(part.name) is approved: what \(revision.by) did is an amendment: \(revision.why)",
        &answer)
    }
  }
}
