import HallHistory
import HallModel
import HallSyntax

extension HallFolder {
  /// The problems in the hall's histories, found on all cores, in the order of their names.
  ///
  /// A document that was never recorded is not a finding: keeping the history of one meeting does
  /// not require keeping that of every other.
  ///
  /// - Parameters:
  ///   - unread: the paths that could not be read; these files are not missing.
  ///   - reckoning: computes the figures that were added after an approval.
  /// - Returns: the findings, and the histories that could not be read.
  package func historyFindings(
    of hall: Hall, unread: [String], reckoning: FigureReckoning?
  ) -> (findings: [HistoryFinding], failures: [StoreFailure]) {
    do throws(StoreFailure) {
      let results = try eachHistory(of: hall) { ledger, place, document -> [HistoryFinding] in
        let figures = FigureRevisions(ledger, at: place, in: hall, reckoning)
        let state = HistoryState(
          ledger, at: place, document: document, unread: unread, figures: figures)
        return [state.finding(in: ledger, document: document)].compactMap(\.self)
          + state.findings(on: figures, in: ledger)
      }
      var findings: [HistoryFinding] = []
      var failures: [StoreFailure] = []
      for result in results {
        switch result {
        case .success(let found): findings += found
        case .failure(let failure): failures.append(failure)
        }
      }
      return (findings, failures)
    } catch {
      return ([], [error])
    }
  }
}

extension HistoryState {
  func finding(in ledger: Ledger, document: Document?) -> HistoryFinding? {
    let verdict: HistoryFinding.Verdict
    var revision = revisions
    var file = document
    var range = 0..<0
    switch self.verdict {
    case .whole, .unreadable: return nil
    case .mislabelled(let number):
      (verdict, revision, file) = (.mislabelled, number, nil)
      range = ledger.line(at: ledger.revisions[number - 1].range.lowerBound + 1)
    case .misfigured:
      // An edit that is not recorded yet is reported as well.
      guard let document, (try? ledger.text(after: revisions)) != document.bytes else { return nil }
      verdict = .unrecorded
    case .unrecorded: verdict = .unrecorded
    case .sealBroken: verdict = .sealed
    case .missing:
      verdict = .missing
      file = nil
      range = ledger.line(at: 0)
    case .damaged(let fault):
      (verdict, range) = ledger.verdict(on: fault)
      revision = fault.revision
      file = nil
    }
    if let file {
      // Bytes that are not text cannot be recorded; that is reported already.
      guard file.fault == nil, let last = try? ledger.text(after: revisions) else { return nil }
      let old = Document(path: file.path, kind: file.kind, bytes: last)
      range =
        verdict == .sealed ? Seal.firstChange(from: old, to: file) : file.firstChange(from: old)
    }
    let history = file ?? Document(path: place.path, kind: .other, bytes: ledger.bytes)
    return HistoryFinding(verdict, of: place.name, revision: revision, in: history, at: range)
  }
}

extension HistoryState {
  /// The figure revisions that do not count as such, each at the line with its kind.
  func findings(on figures: FigureRevisions, in ledger: Ledger) -> [HistoryFinding] {
    if case .damaged = verdict { return [] }
    let history = Document(path: place.path, kind: .other, bytes: ledger.bytes)
    return figures.findings.compactMap { finding in
      guard let fault = finding.verdict.fault else { return nil }
      return HistoryFinding(
        .figures(fault), of: place.name, revision: finding.revision, in: history,
        at: ledger.kindLine(of: finding.revision))
    }
  }
}

extension Ledger {
  /// The line with a revision's kind.
  fileprivate func kindLine(of number: Int) -> Range<Int> {
    let revision = revisions[number - 1]
    let word = Array("* kind: ".utf8)
    var line = line(at: revision.range.lowerBound + 1)
    while line.upperBound + 1 < revision.diff.lowerBound, !bytes[line].starts(with: word) {
      line = self.line(at: line.upperBound + 1)
    }
    return line
  }

  /// The finding for a fault, and the line that shows it.
  fileprivate func verdict(on fault: Fault) -> (HistoryFinding.Verdict, Range<Int>) {
    let index = fault.revision - 1
    let revision = revisions.indices.contains(index) ? revisions[index] : nil
    // A revision begins with the blank line above its heading.
    let heading = (revision?.range.lowerBound ?? revisions.last?.range.upperBound ?? 0) + 1
    switch fault.reason {
    case .unexpected(let offset): return (.chain(.unexpected), line(at: offset))
    case .lineEnds(let offset): return (.chain(.lineEnds), line(at: offset))
    case .pointer: return (.chain(.pointer), line(at: 0))
    case .foreign: return (.chain(.foreign), line(at: 0))
    case .number(let expected): return (.chain(.number(expected: expected)), line(at: heading))
    case .torn: return (.chain(.torn), line(at: heading))
    case .chain:
      return (.chain(.digest), line(at: (revision?.range.upperBound ?? bytes.count) - 1))
    case .diff: return (.chain(.diff), line(at: heading))
    case .path: return (.chain(.path), line(at: revision?.diff.lowerBound ?? heading))
    case .content: return (.content, line(at: heading))
    }
  }

  /// The line around an offset, without its newline; past the end, the last line.
  fileprivate func line(at offset: Int) -> Range<Int> {
    bytes.line(at: offset)
  }
}

extension Document {
  /// The first line that differs from another text of the document.
  fileprivate func firstChange(from old: Document) -> Range<Int> {
    bytes.line(at: zip(bytes, old.bytes).prefix { $0 == $1 }.count)
  }
}

extension [UInt8] {
  /// The line around an offset, without its line end; past the end, the last line.
  fileprivate func line(at offset: Int) -> Range<Int> {
    let newline = UInt8(ascii: "\n")
    var offset = Swift.min(offset, Swift.max(0, count - 1))
    // The newline at the very end belongs to the line before it.
    if offset == count - 1, offset > 0, self[offset] == newline { offset -= 1 }
    let start = self[..<offset].lastIndex(of: newline).map { $0 + 1 } ?? 0
    var end = self[offset...].firstIndex(of: newline) ?? count
    if end > start, self[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }
}
