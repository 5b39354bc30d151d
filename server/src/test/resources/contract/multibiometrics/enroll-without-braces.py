import http.client

face = open("{{face}}").read()

conn = http.client.HTTPConnection("127.0.0.1", {{port}})
payload = '''{
  "Person": {
    "CustomID": "{{custom-id}}",
    "Face": [
        "Face-1": "''' + face + '''"
'''
headers = {
  'Content-Type': 'application/json',
  'Ocp-Apim-Subscription-Key': '<API-KEY>'
}
conn.request("POST", "/multibiometrics/enroll", payload, headers)
res = conn.getresponse()
data = res.read()
print(data.decode("utf-8"))
