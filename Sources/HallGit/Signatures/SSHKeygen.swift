import HallHistory
import HallModel
import HallStore
import HallWords

/// OpenSSH's `ssh-keygen`, which makes and checks signatures. This program never reads a private
/// key: it only passes the path.
package struct SSHKeygen {
  private let world: World
  private let folder: TemporaryFolder
  /// Seconds east of Greenwich, for a day without a zone in the file of signers.
  private let offset: Int

  package init(_ world: World, offset: Int) throws(DiskFailure) {
    folder = try TemporaryFolder(in: world.environment["TMPDIR"])
    (self.world, self.offset) = (world, offset)
  }

  /// Why there is no result.
  package enum Failure: Error {
    /// It is not installed, or too old to support signatures.
    case missing
    /// Its message; empty if it went to the person directly.
    case refused(String)
    case disk(DiskFailure)
  }

  private static func run(
    _ words: [String], input: [UInt8] = [], zone: String? = nil, _ world: World
  ) throws(Failure) -> ProgramResult {
    // Without a terminal nobody is asked, not even in a window.
    var environment: [String: String?] = ["LC_ALL": "C", "SSH_ASKPASS_REQUIRE": "never"]
    if let zone { environment["TZ"] = zone }
    let call = ProgramCall(["ssh-keygen"] + words, input: input, environment: environment)
    guard let result = world.programs.run(call) else { throw .missing }
    let isTooOld = ["usage:", "illegal option", "unknown option"].contains {
      result.errorText.lowercased().contains($0)
    }
    if !result.isDone, isTooOld { throw .missing }
    return result
  }

  /// The fingerprint of a key, from its public half.
  package func fingerprint(of key: String) throws(Failure) -> String {
    let found = try SSHKeygen.run(["-l", "-f", key], world)
    let words = found.text.split(separator: " ")
    guard found.isDone, words.count > 1, words[1].hasPrefix("SHA256:") else {
      throw .refused(SSHKeygen.firstLine(found.errorText))
    }
    return String(words[1])
  }

  /// Signs a statement.
  ///
  /// - Parameter terminal: runs a program in the person's terminal, so that it may ask for the
  ///   passphrase, and returns its status; nil if nobody can be asked.
  package func sign(
    _ statement: SignatureStatement, with key: String,
    at terminal: ((_ words: [String]) -> Int32?)?
  ) throws(Failure) -> ArmoredSignature {
    let file: String
    do throws(DiskFailure) { file = try folder.write(statement.bytes, to: "statement") } catch {
      throw .disk(error)
    }
    let words = ["-Y", "sign", "-q", "-n", SignatureStatement.namespace, "-f", key, file]
    if let terminal {
      // It has printed the fingerprint, so it is installed: without a status, the person has
      // stopped it.
      guard terminal(["ssh-keygen"] + words) == 0 else { throw .refused("") }
    } else {
      let result = try SSHKeygen.run(words, world)
      guard result.isDone else { throw .refused(SSHKeygen.firstLine(result.errorText)) }
    }
    guard let bytes = folder.read("statement.sig"), let signature = ArmoredSignature(bytes) else {
      throw .refused("")
    }
    return signature
  }

  /// Checks that signatures match their statements, with keys that the signers may use; on all
  /// cores.
  ///
  /// - Parameter signers: the content of the file of signers.
  package func verdicts(
    on signatures: [SignatureFile], signers: [UInt8]
  ) -> [SignatureFinding.Verdict] {
    guard !signatures.isEmpty, let list = try? folder.write(signers, to: "allowed_signers") else {
      return signatures.map { _ in .unchecked }
    }
    let allowed = AllowedSigners(signers)
    return Parallel.map(count: signatures.count, inChunksOf: 4) { index in
      verdict(on: signatures[index], allowed, list, number: index)
    }
  }

  private func verdict(
    on signed: SignatureFile, _ allowed: AllowedSigners, _ list: String, number: Int
  ) -> SignatureFinding.Verdict {
    let statement = signed.statement
    guard signed.signature.namespace == SignatureStatement.namespace else {
      return .otherPurpose(signed.signature.namespace)
    }
    guard let moment = SignatureMoment(statement.at) else { return .malformed }
    // A signer for a party may also name a person.
    var names = [SignerName.text(party: statement.party, person: statement.person)]
    if statement.person != nil { names.append(SignerName.text(party: statement.party)) }
    func standing(_ names: [String]) -> AllowedSigners.Standing {
      allowed.standing(
        of: signed.signature.key.fingerprint, for: names, at: moment, offset: offset)
    }
    let name = names.first { standing([$0]) == .allowed } ?? names[0]
    do throws(Failure) {
      guard let file = try? folder.write(signed.signature.bytes, to: "\(number).sig") else {
        return .unchecked
      }
      let local = moment.compact(offset: offset)
      let words = ["-f", list, "-I", name, "-Overify-time=\(local)"]
      let answer = try ask("verify", words, file, signed)
      if answer.isDone { return .valid }
      guard try ask("check-novalidate", [], file, signed).isDone else { return .altered }
      switch standing(names) {
      case .allowed: return .refused(SSHKeygen.firstLine(answer.errorText))
      case .unknown(let others): return .unknownKey(others)
      case .otherPurpose: return .keyForOthers
      case .expired(let day): return .expired(day)
      case .notYetValid(let day): return .notYetValid(day)
      }
    } catch {
      return .unchecked
    }
  }

  private func ask(
    _ question: String, _ words: [String], _ file: String, _ signed: SignatureFile
  ) throws(Failure) -> ProgramResult {
    let all = ["-Y", question, "-n", SignatureStatement.namespace, "-s", file] + words
    return try SSHKeygen.run(
      all, input: signed.statement.bytes, zone: SignatureMoment.zone(offset), world)
  }

  private static func firstLine(_ text: String) -> String {
    VisibleText.split(text).first { !$0.isEmpty } ?? ""
  }
}
