#!/usr/bin/env bash
# The calls of the original documentation in its order. As they are printed there, but for host (its
# scheme too), key, files and ids; and for what the comments say. Prints a name, and what follows.
#   documented-calls.sh BASE KEY FOLDER
set -u
base=$1 key=$2 files=$3
answer=$files/answer headers=$files/headers

# Runs curl, keeps its answer, and prints the status.
call() {
    local name=$1
    shift
    printf '%s ' "$name"
    curl -s -o "$answer" -D "$headers" -w '%{http_code}' "$@"
    echo
}

# What stands behind the last slash of the header Location, by the documented expression.
created() {
    sed -n 's/\r$//; s/^[Ll]ocation: //p' "$headers" | sed -E 's|^.*/(.*)|\1|'
}

call capabilities -X GET \
    "$base/bioserver-app/v2/capabilities" \
    -H "Authorization: $key"

call create-session -X POST \
    "$base/bioserver-app/v2/bio-sessions" \
    -H 'Content-Type: application/json' \
    -H "apikey: $key" \
    -d '[{
"correlationId": "891a6728-1ac4-11e7-93ae-92361f002671",
"callbackURL": "https://service/callback"
}]'

# Not printed there: a session that keeps its pictures.
call create-session-with-pictures -X POST \
    "$base/bioserver-app/v2/bio-sessions" \
    -H 'Content-Type: application/json' \
    -H "apikey: $key" \
    -d '{"correlationId": "891a6728-1ac4-11e7-93ae-92361f002671", "imageStorageEnabled": true}'
session=$(created)

call get-session -X GET \
    "$base/bioserver-app/v2/bio-sessions/$session" \
    -H "apikey: $key"

call create-face -X POST \
    "$base/bioserver-app/v2/bio-sessions/$session/faces" \
    -H 'Content-Type: multipart/mixed' \
    -H "apikey: $key" \
    -F "face=@$files/face" \
    -F "image=@$files/image"
face=$(created)

# Printed there with -d '{"correlationId": ...}' as well, which curl refuses to send beside -F.
call direct-face -X POST \
    "$base/bioserver-app/v2/faces" \
    -H 'Content-Type: multipart/mixed' \
    -H "apikey: $key" \
    -F "face=@$files/face" \
    -F "image=@$files/image"

call get-face -X GET \
    "$base/bioserver-app/v2/bio-sessions/$session/faces/$face" \
    -H "apikey: $key"
cp "$answer" "$files/referenceFace"

# Printed there with a face of the original service between doubled braces, which is no JSON.
call create-face-from-json -X POST \
    "$base/bioserver-app/v2/bio-sessions/$session/faces" \
    -H 'Content-Type: application/json' \
    -H "apikey: $key" \
    -d "@$files/referenceFace"

call get-face-image -X GET \
    "$base/bioserver-app/v2/bio-sessions/$session/faces/$face/image?compression=true" \
    -H "apikey: $key"

call get-faces -X GET \
    "$base/bioserver-app/v2/bio-sessions/$session/faces" \
    -H "apikey: $key"

call get-matches -X GET \
    "$base/bioserver-app/v2/bio-sessions/$session/faces/$face/matches" \
    -H "apikey: $key"

call match-images -X POST \
    "$base/bioserver-app/v2/match/images" \
    -H 'Content-Type: multipart/form-data' \
    -H "apikey: $key" \
    -F "referenceImage=@$files/referenceImage" \
    -F "candidateImage=@$files/candidateImage" \
    -F "referenceImageType=@$files/referenceImageType" \
    -F "candidateImageType=@$files/candidateImageType"

# Printed there with --F for -F, which curl does not know.
call match -X POST \
    "$base/bioserver-app/v2/match" \
    -H 'Content-Type: multipart/form-data' \
    -H "apikey: $key" \
    -F "candidateImage=@$files/candidateImage" \
    -F 'candidateImageType="SELFIE"' \
    -F "referenceFace=@$files/referenceFace" \
    -F 'imageRotationEnabled="true"' \
    -F 'correlationId="c5a0aec2-1262-41b6-82bd-e9d60da92ef2"'

# As above, --F.
call ages -X POST \
    "$base/bioserver-app/v2/ages" \
    -H 'Content-Type: multipart/form-data' \
    -H "apikey: $key" \
    -F "image=@$files/image" \
    -F "age=@$files/age" \
    -F 'correlationId="c5a0aec2-1262-41b6-82bd-e9d60da92ef2"'

call delete-face -X DELETE \
    "$base/bioserver-app/v2/bio-sessions/$session/faces/$face" \
    -H "apikey: $key"

call delete-faces -X DELETE \
    "$base/bioserver-app/v2/bio-sessions/$session/faces" \
    -H "apikey: $key"

call delete-session -X DELETE \
    "$base/bioserver-app/v2/bio-sessions/$session" \
    -H "apikey: $key"

call get-session-that-is-gone -X GET \
    "$base/bioserver-app/v2/bio-sessions/$session" \
    -H "apikey: $key"
