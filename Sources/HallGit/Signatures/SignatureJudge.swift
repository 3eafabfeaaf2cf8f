import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// Checks the signatures of a hall against its file of signers and its histories.
///
/// Without signatures it starts no program.
package struct SignatureJudge {
  package let loaded: LoadedHall
  package let world: World

  package init(loaded: LoadedHall, world: World) {
    (self.loaded, self.world) = (loaded, world)
  }

  /// Every signature, in the order of the files, and what could not be read.
  ///
  /// - Parameter names: only these documents, as in `M-2025-008`; all, if nil.
  package func findings(
    of names: Set<String>? = nil
  ) -> (findings: [SignatureFinding], failures: [StoreFailure]) {
    var (files, failures) = loaded.folder.signatureFiles()
    if let names { files.removeAll { !names.contains(SignatureJudge.document(of: $0)) } }
    guard !files.isEmpty else { return ([], failures) }
    var signers: [UInt8] = []
    do throws(StoreFailure) { signers = try loaded.folder.allowedSigners() ?? [] } catch {
      failures.append(error)
    }
    let signed = files.map { try? SignatureFile($0.bytes) }
    let readable = signed.compactMap(\.self)
    let keygen = try? SSHKeygen(world, offset: offset)
    var verdicts = (keygen?.verdicts(on: readable, signers: signers) ?? [])[...]
    var histories: [String: SignedHistory] = [:]
    var findings: [SignatureFinding] = []
    for (file, signed) in zip(files, signed) {
      guard let signed else {
        findings.append(malformed(file))
        continue
      }
      let name = signed.statement.document
      let history =
        histories[name] ?? SignedHistory(of: name, in: loaded, world.reckoning, &failures)
      histories[name] = history
      findings.append(finding(verdicts.popFirst() ?? .unchecked, of: signed, in: file, history))
    }
    return (findings.withRenewals, failures)
  }

  /// The hall's clock, in seconds east of Greenwich.
  package var offset: Int { world.offset(loaded.hall.charter) }

  /// The document that a file says it belongs to; if it does not say, the one of its own name.
  private static func document(of file: Document) -> String {
    if let signed = try? SignatureFile(file.bytes) { return signed.statement.document }
    let name = file.path.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." })
  }

  private func malformed(_ file: Document) -> SignatureFinding {
    var offset = 0
    do throws(SignatureStatement.Fault) { _ = try SignatureFile(file.bytes) } catch {
      offset = error.offset
    }
    let position = LineIndex(file.bytes).position(of: min(offset, max(0, file.bytes.count - 1)))
    return SignatureFinding(
      .malformed, of: SignatureJudge.document(of: file), revision: 0, party: "", person: nil,
      at: "", key: "", standing: nil, in: file, at: file.line(position.line))
  }

  private func finding(
    _ verdict: SignatureFinding.Verdict, of signed: SignatureFile, in file: Document,
    _ history: SignedHistory
  ) -> SignatureFinding {
    let statement = signed.statement
    let revision = SignedRevision(
      statement, in: history.ledger, history.fault, areFigures: history.figures.isRight)
    let verdict = verdict.isBad ? verdict : history.verdict(revision.fit) ?? verdict
    let fits = !verdict.isBad
    return SignatureFinding(
      verdict, of: statement.document, revision: statement.revision, party: statement.party,
      person: statement.person, at: statement.at, key: signed.signature.key.fingerprint,
      standing: fits ? revision.standing : nil, revisionNow: fits ? revision.revisionNow : nil,
      leftBehindBy: fits ? revision.leftBehindBy : nil, in: file,
      at: file.line(verdict.line(statement)))
  }
}

/// A history that signatures are checked against, read and verified once.
private struct SignedHistory {
  let ledger: Ledger
  let fault: Ledger.Fault?
  /// Its revisions that add figures to approved minutes.
  let figures: FigureRevisions

  init(
    of name: String, in loaded: LoadedHall, _ reckoning: FigureReckoning?,
    _ failures: inout [StoreFailure]
  ) {
    var found = Ledger([], of: name)
    let place = HistoryPlace(named: name)
    if let place {
      do throws(StoreFailure) { found = try loaded.folder.ledger(of: place) } catch {
        failures.append(error)
      }
    }
    ledger = found
    fault = found.bytes.isEmpty ? nil : found.firstFault
    figures = FigureRevisions(found, at: place, in: loaded.hall, reckoning)
  }

  /// The verdict on a signature that does not match the history.
  func verdict(_ fit: SignedRevision.Fit) -> SignatureFinding.Verdict? {
    switch fit {
    case .fits: nil
    case .otherText: .otherText
    case .otherHistory: .otherHistory
    case .noRevision(let last): .noRevision(last: last)
    case .damaged(let revision): .damagedHistory(revision: revision)
    }
  }
}

extension SignatureFinding.Verdict {
  /// The line of the file about the statement, from 1.
  fileprivate func line(_ statement: SignatureStatement) -> Int {
    let personLines = statement.person == nil ? 0 : 1
    switch self {
    case .valid, .noRevision, .damagedHistory: return 2
    case .malformed: return 1
    case .otherText: return 3
    case .otherHistory: return 4
    case .unknownKey, .keyForOthers: return 5
    case .expired, .notYetValid: return 6 + personLines
    case .altered, .otherPurpose, .refused, .unchecked: return 8 + personLines
    }
  }
}

extension Document {
  /// The bytes of a line, from 1, without its end.
  fileprivate func line(_ number: Int) -> Range<Int> {
    var start = 0
    for _ in 1..<max(1, number) {
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      start = end + 1
    }
    start = min(start, bytes.count)
    return start..<(bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count)
  }
}
