# A mail server on this machine: says where it listens, then each mail that it took, as it came and as it is read.
import asyncio
import base64
import json
from email import message_from_bytes, policy

from aiosmtpd.smtp import SMTP


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return "550 5.1.1 no such user"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 fine"

    async def handle_DATA(self, server, session, envelope):
        mail = message_from_bytes(envelope.original_content, policy=policy.default)
        body = mail.get_body(preferencelist=("plain",))
        attached = [(part.get_filename() or "", part.get_content()[:5].decode("latin-1")) for part in mail.iter_attachments()]
        print(json.dumps({
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "content": base64.b64encode(envelope.original_content).decode(),
            "subject": str(mail["Subject"]),
            "text": body.get_content(),
            "attached": attached,
        }), flush=True)
        return "250 2.0.0 queued"


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Handler(), hostname="mail.example"), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
