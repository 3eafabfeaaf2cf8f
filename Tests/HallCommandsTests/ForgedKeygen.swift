import Foundation
import HallCommands
@testable import HallGit

/// Replaces `ssh-keygen`: there is only one key, and every signature is valid.
struct ForgedKeygen: Programs {
  private static let signature = """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgeHkKd3KkZM8IAzqlf4wXm/BuxB
    2svFI35MGN5fleiNsAAAAOaGFsbC1zaWduYXR1cmUAAAAAAAAABnNoYTUxMgAAAFMAAAAL
    c3NoLWVkMjU1MTkAAABAUI1JyvBg77y5aOn++8W4yMG04/7KC3W56SBeXxOBCRDwcw7r8I
    nT5mpfMDCUcdIhtQk1WRzB3YMIR6VG9izQAw==
    -----END SSH SIGNATURE-----

    """
  private static let fingerprint = "SHA256:wiDyODaS5sd/JU23jymYSqDR6IsK3cyZ406MIKTziZk"

  func run(_ call: ProgramCall) -> ProgramResult? {
    guard call.words.first == "ssh-keygen" else { return nil }
    // The name of a key is never an option.
    if let place = call.words.firstIndex(of: "-f"), !call.words[place + 1].hasPrefix("/") {
      return ProgramResult(status: 255)
    }
    if call.words.contains("sign"), let file = call.words.last {
      let isWritten =
        (try? Data(Self.signature.utf8).write(to: URL(filePath: file + ".sig"))) != nil
      return ProgramResult(status: isWritten ? 0 : 255)
    }
    return ProgramResult(status: 0, output: Array("256 \(Self.fingerprint) c (ED25519)\n".utf8))
  }
}
