import HallChecks
import HallGit
import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords
import HallWork

/// Signs one statement: the key is checked, used, and the signature verified before a file is
/// written.
package struct Signing {
  package let change: Change
  let signer: Signer
  let statement: SignatureStatement
  /// The absolute path of the key.
  package let key: String
  let place: HistoryPlace
  /// Whether the key is to be enrolled as the signer's first.
  let isEnrolling: Bool
  /// The command that enrols it.
  let enrolling: String
  /// Shows a line, and runs a program in the person's terminal; nil without a terminal.
  let terminal: (show: (String) -> Void, run: ([String]) -> Int32?)?

  package init(
    of place: HistoryPlace, in change: Change, _ statement: SignatureStatement, by signer: Signer,
    key: String, isEnrolling: Bool, enrolling call: String,
    at terminal: (show: (String) -> Void, run: ([String]) -> Int32?)?
  ) {
    (self.change, self.signer, self.statement) = (change, signer, statement)
    (self.key, self.place, self.terminal) = (key, place, terminal)
    (self.isEnrolling, enrolling) = (isEnrolling, call)
  }

  private var what: Phrase {
    Phrase(
      zh: "\(statement.document) 第 \(statement.revision) 版",
      en: "revision \(statement.revision) of \(statement.document)")
  }

  /// Signs, unless it was signed already.
  ///
  /// - Returns: whether there is a new signature.
  package func run(_ answer: inout Answer) throws(Refusal) -> Bool {
    let keygen: SSHKeygen
    do throws(DiskFailure) {
      keygen = try SSHKeygen(change.session.world, offset: change.judge.offset)
    } catch {
      throw .writing(.disk(error))
    }
    let fingerprint: String
    do throws(SSHKeygen.Failure) { fingerprint = try keygen.fingerprint(of: key) } catch {
      throw refusal(error, unreadable: true)
    }
    if let earlier = try earlier(fingerprint) {
      answer.output +=
        VisibleText.line(
          Phrase(
            zh: "「\(signer.text)」已经用这把钥匙签过 \(what.zh)（\(earlier.at.prefix(10))），什么也没有改",
            en: "'\(signer.text)' has signed \(what.en) with this key already"
              + " (\(earlier.at.prefix(10))); nothing was changed")[change.language]) + "\n"
      return false
    }
    let isNew = try requireAllowed(fingerprint)
    let path = SignatureFile.path(statement, key: fingerprint)
    guard !change.session.isDryRun else {
      answer.output += plan(path, fingerprint, isNew)
      return true
    }
    announce(fingerprint)
    let signed = SignatureFile(statement, try signature(keygen))
    guard signed.signature.key.fingerprint == fingerprint,
      !signed.signature.key.isCertificate
    else {
      throw .refused(
        Phrase(
          zh: "签名用的不是「\(key)」这把钥匙，什么也没有写",
          en: "'\(key)' is not the key that has signed; nothing was written"),
        hint: Phrase(
          zh: "证书不能用，请写钥匙本身的文件", en: "give the key itself, not a certificate"))
    }
    let signers = try signers(adding: isNew ? signed.signature.key : nil)
    let verdict = keygen.verdicts(on: [signed], signers: signers.new).first ?? .unchecked
    guard verdict.isValid else {
      throw .refused(
        Phrase(
          zh: "签完核对不过，什么也没有写：\(verdict.reason.zh)",
          en: "the signature does not verify, and nothing was written: \(verdict.reason.en)"),
        hint: nil)
    }
    do throws(HallWriter.Failure) {
      try HallWriter(change.loaded.folder).add(
        signed, signers: isNew ? signers : nil, holding: change.loaded.lock)
    } catch {
      throw .writing(error)
    }
    report(signed, isNew, &answer)
    return true
  }

  /// The earlier signature of the same party with the same key.
  private func earlier(_ fingerprint: String) throws(Refusal) -> SignatureFinding? {
    let found = change.judge.findings(of: [statement.document]).findings
    let path = SignatureFile.path(statement, key: fingerprint)
    let same = found.first {
      $0.revision == statement.revision && $0.party == signer.party && $0.person == signer.person
        && $0.key == fingerprint && !$0.verdict.isBad
    }
    if let same { return same }
    guard change.loaded.folder.exists(path) else { return nil }
    let reason = found.first { $0.file.path == path }?.verdict.reason
    throw .refused(
      Phrase(
        zh: "「\(path)」已经在那里，却不算数" + (reason.map { "：" + $0.zh } ?? "") + "；签名从不覆盖",
        en: "'\(path)' exists and is not valid" + (reason.map { ": " + $0.en } ?? "")
          + "; a signature is never overwritten"),
      hint: Phrase(
        zh: "先从 git 或备份找回它，或者把它移走", en: "bring it back from git or a backup, or move it away"))
  }

  /// Refuses a key that is not the signer's.
  ///
  /// - Returns: whether it is to be enrolled.
  private func requireAllowed(_ fingerprint: String) throws(Refusal) -> Bool {
    let signers = AllowedSigners(try signers(adding: nil).new)
    guard let moment = SignatureMoment(statement.at) else { return false }
    var names = [signer.name]
    if signer.person != nil { names.append(SignerName.text(party: signer.party)) }
    let standing = signers.standing(
      of: fingerprint, for: names, at: moment, offset: change.judge.offset)
    switch standing {
    case .allowed: return false
    case .expired(let day), .notYetValid(let day):
      let verdict: SignatureFinding.Verdict =
        standing == .expired(day) ? .expired(day) : .notYetValid(day)
      throw .refused(
        Phrase(
          zh: "「\(signer.text)」不能用这把钥匙：\(verdict.reason.zh)",
          en: "'\(signer.text)' cannot use this key: \(verdict.reason.en)"),
        hint: Phrase(
          zh: "换一把有效的；期限写错了，就改 signatures/allowed_signers",
          en: "use a valid one; if the dates are wrong, correct signatures/allowed_signers"))
    case .unknown, .otherPurpose:
      if isEnrolling { return true }
      throw unknown(standing, fingerprint)
    }
  }

  private func unknown(
    _ standing: AllowedSigners.Standing, _ fingerprint: String
  ) -> Refusal {
    var others: [String] = []
    if case .unknown(let names) = standing { others = names.map(SignerName.shown) }
    let fact = Phrase(
      zh: others.isEmpty
        ? "没有登记「\(signer.text)」有这把钥匙（\(fingerprint)）"
        : "这把钥匙（\(fingerprint)）登记的不是「\(signer.text)」，是「\(others.joined(separator: "、"))」",
      en: others.isEmpty
        ? "'\(signer.text)' has not enrolled this key (\(fingerprint))"
        : "this key (\(fingerprint)) is not that of '\(signer.text)', but of"
          + " '\(others.joined(separator: ", "))'")
    return .refused(
      fact,
      hint: Phrase(
        zh: "确实是这一方的，就连登记一起：\(enrolling)", en: "if it is, enrol it as well: \(enrolling)"))
  }

  /// The file of signers as it is now, and with a key added.
  private func signers(
    adding key: PublicKey?
  ) throws(Refusal) -> (old: [UInt8]?, new: [UInt8]) {
    do throws(StoreFailure) {
      let old = try change.loaded.folder.allowedSigners()
      var new = old ?? []
      guard let key else { return (old, new) }
      if let last = new.last, last != UInt8(ascii: "\n") { new.append(UInt8(ascii: "\n")) }
      return (old, new + Array(AllowedSigners.line(signer.name, key).utf8))
    } catch {
      throw .store(error)
    }
  }

  private func signature(_ keygen: SSHKeygen) throws(Refusal) -> ArmoredSignature {
    do throws(SSHKeygen.Failure) {
      return try keygen.sign(statement, with: key, at: terminal?.run)
    } catch {
      throw refusal(error, unreadable: false)
    }
  }

  private func refusal(_ failure: SSHKeygen.Failure, unreadable: Bool) -> Refusal {
    switch failure {
    case .disk(let failure): return .writing(.disk(failure))
    case .missing:
      return .refused(
        Phrase(
          zh: "这台电脑上没有能用的 ssh-keygen，签不了", en: "there is no ssh-keygen here to sign with"),
        hint: Phrase(
          zh: "装上 OpenSSH 8.9 以后的版本（openssh-client）",
          en: "install OpenSSH 8.9 or later (openssh-client)"))
    case .refused(let words):
      let said = words.isEmpty ? Phrase(zh: "", en: "") : Phrase(zh: "：" + words, en: ": " + words)
      return unreadable
        ? .refused(
          Phrase(zh: "钥匙「\(key)」读不了\(said.zh)", en: "the key '\(key)' cannot be read\(said.en)"),
          hint: Phrase(
            zh: "没有钥匙就先做一把：ssh-keygen -t ed25519 -f 文件",
            en: "to make one: ssh-keygen -t ed25519 -f FILE"))
        : .refused(
          Phrase(zh: "没有签成，什么也没有写\(said.zh)", en: "nothing was signed or written\(said.en)"),
          hint: terminal != nil
            ? Phrase(zh: "看看口令对不对，再试一次", en: "try again with the right passphrase")
            : Phrase(
              zh: "钥匙有口令的，请在终端上签，或先用 ssh-add 交给 ssh-agent",
              en: "sign on a terminal where the key has a passphrase, or give it to an agent with"
                + " ssh-add"))
    }
  }

  /// Shows what is about to be signed, before the passphrase is asked for.
  private func announce(_ fingerprint: String) {
    guard let terminal else { return }
    let title = change.hall.documents.first { HistoryPlace(of: $0) == place }?.title ?? ""
    terminal.show(
      VisibleText.line(
        Phrase(
          zh: "「\(signer.text)」要签 \(what.zh)：\(title)",
          en: "'\(signer.text)' signs \(what.en): \(title)")[
            change.language]) + "\n")
  }

  /// What would be done.
  private func plan(_ path: String, _ fingerprint: String, _ isNew: Bool) -> String {
    var text = Phrase(zh: "会签这几行，写到 \(path)：\n", en: "would sign these lines, into \(path):\n")[
      change.language]
    text += String(decoding: statement.bytes, as: UTF8.self)
    if isNew {
      text +=
        Phrase(
          zh: "会登记「\(signer.text)」的钥匙：\(fingerprint)\n",
          en: "would enrol the key \(fingerprint) for \(signer.text)\n")[change.language]
    }
    return VisibleText.lines(text)
  }

  private func report(_ signed: SignatureFile, _ isNew: Bool, _ answer: inout Answer) {
    let language = change.language
    var lines = [
      Phrase(
        zh: "「\(signer.text)」签了 \(what.zh)：\(signed.path)",
        en: "'\(signer.text)' has signed \(what.en): \(signed.path)")[language]
    ]
    if isNew {
      let fingerprint = signed.signature.key.fingerprint
      lines += [
        Phrase(
          zh: "也登记了这把钥匙（signatures/allowed_signers）：\(fingerprint)",
          en: "and its key is enrolled (signatures/allowed_signers): \(fingerprint)")[language],
        Phrase(
          zh: "请别人当面核对这串字，再认这把钥匙",
          en: "let the others compare it face to face before they trust the key")[language],
      ]
      let known = (try? signers(adding: nil).new).map { AllowedSigners($0).entries } ?? []
      if known.contains(where: {
        $0.principals == signer.name && $0.key.fingerprint != fingerprint
      }) {
        lines.append(
          Phrase(
            zh: "注意：「\(signer.text)」原来登记的是另一把钥匙，它还能用",
            en: "note: '\(signer.text)' has another key enrolled, which still counts")[language])
      }
    }
    answer.output += lines.map { VisibleText.line($0) + "\n" }.joined()
  }
}
