import HallChecks
import HallGit
import HallHistory
import HallModel
import HallSharing
import HallStore
import HallSyntax
import HallWords
import HallWork

/// `hall sign`: a party signs a revision with its own key.
enum SignCommand: Command {
  static let party = OptionSpec(
    "--as", value: Phrase(zh: "方", en: "PARTY"), takes: .party,
    summary: Phrase(
      zh: "哪一方签；写「居民/张三」就连人一起写上", en: "the party that signs; residents/NAME also names the person"))
  static let key = OptionSpec(
    "--key", value: Phrase(zh: "文件", en: "FILE"), takes: .file,
    summary: Phrase(
      zh: "这一方的 OpenSSH 钥匙；钥匙在 ssh-agent 里时，写公钥文件",
      en: "the party's OpenSSH key; for a key held by an agent, its public half"))
  static let revision = OptionSpec(
    "--revision", value: Phrase(zh: "版本", en: "N"), takes: .revision,
    summary: Phrase(zh: "签第 N 版；不写就是最后一版", en: "the revision; by default the last"))

  static let enrol = OptionSpec(
    "--enrol",
    summary: Phrase(
      zh: "先登记：以后这把钥匙就是这一方的", en: "first enrol this key as the party's"))

  static let spec = CommandSpec(
    "sign", aliases: ["签名"],
    summary: Phrase(zh: "一方用自己的钥匙签一版记录", en: "a party signs a revision with its key"),
    arguments: [ArgumentSpec(Phrase(zh: "编号", en: "ID"), takes: .document)],
    options: [party, key, revision, enrol, .dryRun],
    details: Phrase(
      zh: "签的是已经记下的一版：它的内容，和到那一版为止的全部历史。签名是 signatures/ 里的一个文件，谁都能用"
        + " ssh-keygen 核对。哪把钥匙是谁的，登记在 signatures/allowed_signers；谁登记的，git 里看得见。\n"
        + "以后正文有修正，签名留在它那一版，「hall 看」「hall 历史」和「hall 检查」都会说明。纸上的签字用「hall 签字」记。\n"
        + "没有钥匙就先做一把：ssh-keygen -t ed25519 -f 文件。口令只由 ssh-keygen 来问，私钥 hall 不读。",
      en: "What is signed is a recorded revision: its text, and the whole history up to it. A"
        + " signature is a file in signatures/ that anybody can check with ssh-keygen. The file"
        + " signatures/allowed_signers says whose key is whose, and git shows every change of it.\n"
        + "After an amendment a signature still counts for its own revision only; show, log and"
        + " check say so. What is signed on paper is noted with 'hall sign-off'.\n"
        + "To make a key: ssh-keygen -t ed25519 -f FILE. Only ssh-keygen asks for its passphrase;"
        + " hall never reads a private key."),
    examples: [
      Phrase(
        zh: "hall 签名 M-2025-008 --代表 居民/张三 --钥匙 ~/.ssh/id_ed25519 --登记",
        en: "hall sign M-2025-003 --as \"residents/Alice Ward\" --key ~/.ssh/id_ed25519 --enrol"),
      Phrase(
        zh: "hall 签名 M-2025-008 --代表 居民/张三 --钥匙 ~/.ssh/id_ed25519",
        en: "hall sign M-2025-003 --as \"residents/Alice Ward\" --key ~/.ssh/id_ed25519"),
    ],
    strayWord: { word in
      Phrase(
        zh: "哪一方签，写成 \(party.phrase.zh) \(word)；纸上的签字用「hall 签字」记",
        en: "the party is written as \(party.name) \(word); what is signed on paper is noted with"
          + " 'hall sign-off'")
    })

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    let key = try keyPath(invocation)
    let change = try invocation.change(&answer)
    let document = try change.document(invocation.arguments[0])
    guard let place = HistoryPlace(of: document) else { throw .noHistory(document.path) }
    guard let named = invocation.call.value(party), !named.isEmpty else {
      let names = Signer.parties(of: document, in: change.hall)
      throw .refused(
        Phrase(zh: "没有写是哪一方签", en: "the party that signs is missing"),
        hint: Phrase(
          zh: "写上 --代表 和哪一方：" + names.joined(separator: "、"),
          en: "name it with --as: " + names.joined(separator: ", ")))
    }
    let signer = try Signer(named, of: document, in: change.hall)
    let signed = try revision(
      invocation.call.value(Self.revision), of: document, at: place, change)
    let statement = SignatureStatement(
      document: place.name, revision: signed.number, content: signed.content, chain: signed.chain,
      party: signer.party, person: signer.person,
      at: Timestamp.text(invocation.context.now, offset: change.judge.offset))
    let console = invocation.context.console
    // In the words of the call.
    let option = enrol.phrase[Language(of: invocation.call.name(Self.key))]
    let enrolling = (["hall"] + invocation.words + [option]).map(ShellWord.quoted)
    let signing = Signing(
      of: place, in: change, statement, by: signer, key: key,
      isEnrolling: invocation.call.has(enrol), enrolling: enrolling.joined(separator: " "),
      at: invocation.canAsk ? (show: { console.show($0) }, run: { console.run($0) }) : nil)
    if try signing.run(&answer) { note(document, signed, change, &answer) }
    return answer
  }

  /// The absolute path of the key, which cannot be taken as an option.
  private static func keyPath(_ invocation: Invocation) throws(Refusal) -> String {
    guard let path = invocation.call.value(key), !path.isEmpty else {
      throw .refused(
        Phrase(zh: "没有写用哪把钥匙", en: "the key to sign with is missing"),
        hint: Phrase(
          zh: "写上 --钥匙 和钥匙的文件；没有就先做一把：ssh-keygen -t ed25519 -f 文件",
          en: "give its file with --key; to make one: ssh-keygen -t ed25519 -f FILE"))
    }
    return path.hasPrefix("/") ? path : invocation.context.workingDirectory + "/" + path
  }

  /// The revision to be signed, of a valid history with which the document agrees.
  private static func revision(
    _ word: String?, of document: Document, at place: HistoryPlace, _ change: Change
  ) throws(Refusal) -> Revision {
    let ledger = try change.loaded.ledger(of: place)
    guard let last = ledger.revisions.last else {
      if let fault = ledger.fault, fault.reason != .torn {
        throw .damagedHistory(place.name, fault)
      }
      throw .refused(
        Phrase(zh: "「\(place.name)」还没有历史，没有哪一版可签", en: "'\(place.name)' has no revision to sign"),
        hint: Phrase(
          zh: "先记下：hall 记下 \(place.name)", en: "record it first: hall record \(place.name)"))
    }
    if let fault = ledger.firstFault, fault.reason != .torn {
      throw .damagedHistory(place.name, fault)
    }
    guard ledger.tornFrom == nil, last.content == SHA256.hex(of: document.bytes) else {
      let text = try ledger.text(place)
      let kind = Seal.kind(
        of: document.kind, path: document.path, from: text, to: document.bytes)
      let isSealed = kind == .amendment
      throw .refused(
        Phrase(
          zh: "「\(place.name)」有改动还没有记下，签了也不是现在看到的样子",
          en: "an edit of '\(place.name)' is not recorded: the signature would not be for the text"
            + " there"),
        hint: Phrase(
          zh: "先记下：hall 记下 \(place.name)" + (isSealed ? " -m 理由" : ""),
          en: "record it first: hall record \(place.name)" + (isSealed ? " -m WHY" : "")))
    }
    guard let word else { return last }
    guard let number = Int(word), number > 0 else {
      throw .unreadableValue(
        word, option: Self.revision.phrase,
        expected: Phrase(zh: "版本号，如 3", en: "a number such as 3"))
    }
    guard ledger.revisions.indices.contains(number - 1) else {
      throw .noRevision(place.name, number)
    }
    return ledger.revisions[number - 1]
  }

  /// A remark for the signer: the text can still be changed.
  private static func note(
    _ document: Document, _ signed: Revision, _ change: Change, _ answer: inout Answer
  ) {
    guard document.kind == .meeting, !Seal.isApproved(document) else { return }
    answer.errors +=
      Phrase(
        zh: "注意：这份记录还没有确认，正文以后还会变，签的是第 \(signed.number) 版\n",
        en:
          "note: these minutes are not approved and may still change; revision \(signed.number) is"
          + " what is signed\n")[change.language]
  }
}
