import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// A change of approved text that no revision records, made for example on a git host's page. It
/// has no force until the person who approved the text accepts it.
package struct UnsaidChange {
  package let name: String
  package let commits: UnsaidCommits
  /// Who approved the text; nil if its history does not say.
  package let approver: String?

  /// The names of those who made it.
  package var authors: Phrase {
    Phrase(
      zh: commits.authors.joined(separator: "、"), en: commits.authors.joined(separator: ", "))
  }

  /// Whether it is a change of a document.
  package func isOf(_ document: Document) -> Bool { HistoryPlace(of: document)?.name == name }

  /// The last author's commit.
  package var commit: CommitFacts { commits.last }

  /// The changes in a hall as of its last commit, ignoring what was recorded since.
  ///
  /// - Parameters:
  ///   - documents: the documents edited since their last revision.
  ///   - author: the person who asks, who answers for their own commits.
  package static func all(
    among documents: [Document], of folder: HallFolder, _ repository: Repository,
    but author: String
  ) -> [UnsaidChange] {
    guard !documents.isEmpty, let head = repository.commit("HEAD") else { return [] }
    return documents.compactMap { document in
      guard let edit = SealedEdit(of: document, in: folder),
        let committed = repository.content(of: document.path, in: head),
        committed == document.bytes || Seal.covers(document, alike: committed),
        let commits = repository.unsaidCommits(of: document.path, edit.place, in: head),
        commits.authors != [author]
      else { return nil }
      return UnsaidChange(
        name: edit.place.name, commits: commits, approver: edit.ledger.approval?.by)
    }
  }
}

/// An edit of approved text that its history does not record.
package struct SealedEdit {
  package let place: HistoryPlace
  package let ledger: Ledger
  /// The text according to the history.
  package let told: [UInt8]

  /// Nil if a document agrees with its history, or differs only in what an approval does not seal.
  package init?(of document: Document, in folder: HallFolder) {
    guard let place = HistoryPlace(of: document), let ledger = try? folder.ledger(of: place),
      let told = try? ledger.text(after: ledger.revisions.count),
      Seal.kind(of: document.kind, path: document.path, from: told, to: document.bytes)
        == .amendment
    else { return nil }
    (self.place, self.ledger, self.told) = (place, ledger, told)
  }
}

extension UnsaidChange {
  /// Says to a person that the edit waits, and for whom.
  ///
  /// - Parameter offset: the hall's clock, in seconds east of Greenwich.
  package func words(for name: String, offset: Int) -> Phrase {
    let day = commit.day(offset: offset)
    let (zh, en) = (authors.zh, authors.en)
    if approver == name {
      return Phrase(
        zh: "您确认过的 \(self.name) 被\(zh)在别处改了（\(day)），没有写理由",
        en:
          "\(self.name), which you approved, was changed elsewhere by \(en) (\(day)) without a"
          + " reason")
    }
    return Phrase(
      zh: "已经确认的 \(self.name) 被\(zh)在别处改了（\(day)），没有写理由。"
        + (approver.map { "由确认它的\($0)认可或改回" } ?? "要认可或改回") + "，在那以前不算数",
      en:
        "\(self.name), which is approved, was changed elsewhere by \(en) (\(day)) without a"
        + " reason; \(approver.map { "\($0), who approved it," } ?? "the person who approved it")"
        + " accepts it or puts it back; until then it has no force")
  }

  /// The number of the revision on which it was made.
  package func lastRevision(in folder: HallFolder) -> Int {
    let ledger = HistoryPlace(named: name).flatMap { try? folder.ledger(of: $0) }
    return ledger?.revisions.count ?? 0
  }

  /// The commands that accept or reject it.
  package func answers(in folder: HallFolder) -> Phrase {
    let last = lastRevision(in: folder)
    return Phrase(
      zh: "认可：hall 记下 \(name) -m 理由；改回：hall 恢复 \(name) \(last)",
      en: "to accept it: hall record \(name) -m WHY; to put it back: hall restore \(name) \(last)")
  }
}

extension Seal {
  /// Whether two versions of a document are the same in everything that an approval seals.
  fileprivate static func covers(_ document: Document, alike other: [UInt8]) -> Bool {
    let other = Document(path: document.path, kind: document.kind, bytes: other)
    return covered(document) == covered(other)
  }
}
