import HallModel
import HallSyntax

/// Runs every check over a hall.
package enum Checker {
  /// Every check, in the order of the documentation.
  package static let checks: [any Check.Type] = [
    AmbiguousName.self,
    AmbiguousWord.self,
    BallotFile.self,
    ChainBreak.self,
    ConflictMarker.self,
    ContentDigest.self,
    ControlCharacter.self,
    DecisionBasis.self,
    DuplicateId.self,
    DuplicateKey.self,
    FieldPlace.self,
    FormatVersion.self,
    FrontMatter.self,
    IdentifierForm.self,
    KeywordPlace.self,
    MatterClosed.self,
    MatterLog.self,
    MeetingStatus.self,
    MisnamedFile.self,
    MissingDocument.self,
    LostRevision.self,
    NoticeWindow.self,
    ObjectionAnswered.self,
    OwnerArea.self,
    PostedWindow.self,
    PrivateFile.self,
    SealedText.self,
    SignatureDay.self,
    SignatureValidity.self,
    TaskBoxSign.self,
    TaskDates.self,
    TaskDone.self,
    TaskFields.self,
    UnclosedBlock.self,
    UnknownKey.self,
    UnknownParty.self,
    UnknownPerson.self,
    UnknownReference.self,
    UnknownRule.self,
    UnreadFact.self,
    UnrecordedEdit.self,
    Utf8Encoding.self,
    ValueForm.self,
    VoteAbsent.self,
    VoteCount.self,
    VoteEntitled.self,
    VoteProxy.self,
    VoteResult.self,
    VoteSecret.self,
    VoteSilent.self,
    VoteSum.self,
    VoteTwice.self,
  ]

  /// All problems, in the order of the files and, within a file, of their place.
  ///
  /// - Parameters:
  ///   - histories: the problems the store found in the histories of the hall.
  ///   - signatures: who signed what, and whether each signature was found to be good.
  ///   - nearDocuments: files next to the hall's documents that look like documents.
  ///   - privateFiles: the private files that others can see.
  ///   - paths: the documents to check; all of them if nil.
  package static func problems(
    in hall: Hall, today: Day, histories: [HistoryFinding] = [],
    signatures: [SignatureFinding] = [], nearDocuments: [NearDocument] = [],
    privateFiles: [PrivateFileFinding] = [],
    of paths: Set<String>? = nil
  ) -> [Problem] {
    let context = CheckContext(
      hall: hall, today: today, histories: histories, signatures: signatures,
      nearDocuments: nearDocuments, privateFiles: privateFiles)
    if paths == nil { hall.readPastCharters() }
    let subjects = CheckSubject.all(of: hall).filter { paths?.contains($0.document.path) ?? true }
    let found = Parallel.map(count: subjects.count, inChunksOf: 8) { subjects[$0].reports(context) }
    var parts = [[Report]](repeating: [], count: checks.count)
    for (place, report) in found.joined() { parts[place].append(report) }
    var problems: [Problem] = []
    for (check, parts) in zip(checks, parts) {
      var report = Report(of: check)
      for part in parts { report.add(part) }
      report.tellSoftened(at: hall.charter)
      check.check(hall: hall, context, &report)
      problems += report.problems.filter { paths?.contains($0.path) ?? true }
    }
    return problems.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      if first.path != second.path { return first.path < second.path }
      if first.range.lowerBound != second.range.lowerBound {
        return first.range.lowerBound < second.range.lowerBound
      }
      return left.offset < right.offset
    }.map(\.element)
  }

  /// Problems that would break other people's copies of the hall if it were shared: damaged
  /// histories, unfinished merges, bytes that are not text.
  package static func breaking(
    in hall: Hall, today: Day, histories: [HistoryFinding]
  ) -> [Problem] {
    let context = CheckContext(hall: hall, today: today, histories: histories)
    let checks: [any Check.Type] = [
      ChainBreak.self, ConflictMarker.self, ContentDigest.self, MissingDocument.self,
      Utf8Encoding.self,
    ]
    return checks.flatMap { check in
      var report = Report(of: check)
      for document in hall.documents { check.check(document: document, context, &report) }
      check.check(hall: hall, context, &report)
      return report.problems
    }
  }

  /// The problems in histories alone.
  package static func problems(
    ofHistories findings: [HistoryFinding], in hall: Hall, today: Day
  ) -> [Problem] {
    let context = CheckContext(hall: hall, today: today, histories: findings)
    let checks: [any Check.Type] = [
      ChainBreak.self, ContentDigest.self, MissingDocument.self, LostRevision.self, SealedText.self,
      UnrecordedEdit.self,
    ]
    return checks.flatMap { check in
      var report = Report(of: check)
      check.check(hall: hall, context, &report)
      return report.problems
    }
  }
}
